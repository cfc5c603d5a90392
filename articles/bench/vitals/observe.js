// Runs before anything of the page: notes when its largest part was drawn, what moved, how long it took to answer.
window.observed = { largest: 0, moved: 0, slowest: 0 };

function observe(type, note, options = {}) {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
  observer.observe({ type, buffered: true, ...options });
}

const slowest = (entry) => { if (entry.interactionId) window.observed.slowest = Math.max(window.observed.slowest, entry.duration); };

observe("largest-contentful-paint", (entry) => { window.observed.largest = entry.startTime; });
observe("layout-shift", (entry) => { if (!entry.hadRecentInput) window.observed.moved += entry.value; });
observe("event", slowest, { durationThreshold: 16 });
observe("first-input", slowest);
