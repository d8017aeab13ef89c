// Gradio tells of a lost or crowded server in English: say it in the words of the page.
() => {
  const words = document.querySelector("[data-away]").dataset;
  const say = (selector, text) => {
    for (const place of document.querySelectorAll(`.toast-body ${selector}`)) {
      if (place.textContent !== text) place.textContent = text;
    }
  };
  const translate = () => {
    say(".toast-title", words.away);
    say(".toast-message-text", words.awayDetail);
    for (const button of document.querySelectorAll(".toast-close")) {
      button.setAttribute("aria-label", words.close);
    }
  };
  new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length)) translate();
  }).observe(document.body, { childList: true, subtree: true });
}
