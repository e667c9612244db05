/** Finds visible text whose contrast with its ground is below 4.5 : 1 (WCAG 2, level AA). */
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  function channels(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  const over = (top, ground) =>
    [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3])).concat(1);

  function ground(node) {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(channels(getComputedStyle(at).backgroundColor));
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  }

  function luminance(colour) {
    const [red, green, blue] = colour.slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(node) {
    const below = ground(node);
    const text = over(channels(getComputedStyle(node).color), below);
    const [light, dark] = [luminance(text), luminance(below)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  }

  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".unseen, noscript");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = new Set();
  while (walker.nextNode()) {
    const { data, parentElement: node } = walker.currentNode;
    if (data.trim() && isSeen(node) && contrast(node) < 4.5) faint.add(`${node.className}: ${data.trim()}`);
  }
  return [...faint];
}
