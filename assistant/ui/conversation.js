// The conversation in the browser: its buttons, its references, and where the page stands.
// Gradio runs this once: `element` is the component, `trigger` tells Python, `watch` follows it.

const articles = () => element.querySelectorAll(".vg-turn");
const isBusy = () => element.querySelector('[aria-busy="true"]') !== null;
let turns = articles().length;
let following = false;

function openSource(reference) {
  const source = document.getElementById(reference.getAttribute("href").slice(1));
  if (!source) return;
  source.closest("details").open = true;
  source.focus({ preventScroll: true });
  source.scrollIntoView({ block: "nearest" });
}

async function copy(button) {
  const label = button.textContent;
  let told = button.dataset.done;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    told = button.dataset.failed; // no clipboard on a plain http address of the network
  }
  button.textContent = told;
  setTimeout(() => { button.textContent = label; }, 2500);
}

// While an answer is written, its question stays in sight, unless the reader scrolls away.
function follow() {
  const all = articles();
  const last = all[all.length - 1];
  if (all.length > turns) {
    following = true;
    if (!document.activeElement || document.activeElement === document.body) {
      last.focus({ preventScroll: true });
    }
  }
  turns = all.length;
  if (last && following) last.scrollIntoView({ block: "start" });
  if (!isBusy()) following = false;
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const reference = event.target.closest(".vg-ref");
  if (reference) {
    event.preventDefault();
    openSource(reference);
  } else if (button && button.dataset.question && !isBusy()) {
    trigger("select", { question: button.dataset.question });
  } else if (button && button.dataset.copy) {
    copy(button);
  }
});

for (const movement of ["wheel", "touchmove"]) {
  window.addEventListener(movement, () => { following = false; }, { passive: true });
}

watch("value", follow);
