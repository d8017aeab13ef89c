// What Gradio leaves out of every page: names for its controls, and its messages in French.
() => {
  const words = document.querySelector("[data-away]").dataset;

  for (const group of document.querySelectorAll("fieldset")) {
    const legend = group.querySelector('[data-testid="block-info"]');
    group.setAttribute("aria-label", legend.textContent.trim());
  }
  const box = document.querySelector("#question textarea");
  box.setAttribute("aria-describedby", "personal-data");

  // A lost or crowded server is told in English, in a corner of the page.
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
