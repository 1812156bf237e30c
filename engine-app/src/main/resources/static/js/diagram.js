/* Draws the process of a case and marks what is done, where it is, and what failed. The list beside it says the same. */
(function () {
  'use strict';
  var SIGNS = { done: '\u2713', current: '\u25CF', failed: '!' };

  function mark(viewer, box) {
    var canvas = viewer.get('canvas');
    var overlays = viewer.get('overlays');
    var registry = viewer.get('elementRegistry');
    Object.keys(SIGNS).forEach(function (state) {
      (box.dataset[state] || '').split(' ').filter(function (id) { return id && registry.get(id); }).forEach(function (id) {
        canvas.addMarker(id, 'lf-' + state);
        var badge = document.createElement('div');
        badge.className = 'lf-badge lf-badge-' + state;
        badge.textContent = SIGNS[state];
        overlays.add(id, { position: { top: -10, right: 12 }, html: badge });
      });
    });
  }

  function zoom(viewer, box) {
    var canvas = viewer.get('canvas');
    function fit() { canvas.zoom('fit-viewport', 'auto'); }
    var acts = {
      fit: fit,
      more: function () { canvas.zoom(canvas.zoom() * 1.3); },
      less: function () { canvas.zoom(canvas.zoom() / 1.3); }
    };
    box.querySelectorAll('[data-zoom]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { acts[button.dataset.zoom](); });
    });
    fit();
    /* a long process would be a ribbon: begin where the case is, at a size that can be read */
    var here = (box.dataset.current || '').split(' ')[0];
    var shape = here && viewer.get('elementRegistry').get(here);
    if (canvas.zoom() < 0.5) {
      canvas.zoom(0.7, shape ? { x: shape.x, y: shape.y } : { x: 0, y: 0 });
      var view = canvas.viewbox();
      var x = shape ? shape.x + shape.width / 2 - view.width / 2 : view.inner.x - 20;
      var y = shape ? shape.y + shape.height / 2 - view.height / 2 : view.inner.y - 20;
      canvas.viewbox({ x: x, y: y, width: view.width, height: view.height });
    }
  }

  /* a part is a box in the whole; a click on it opens its own picture below, which the keyboard reaches by its heading */
  function parts(viewer) {
    viewer.get('eventBus').on('element.click', function (event) {
      document.querySelectorAll('[data-part]').forEach(function (fold) {
        if (fold.dataset.part === event.element.id) {
          fold.open = true;
          fold.scrollIntoView({ block: 'nearest' });
        }
      });
    });
  }

  function draw(box) {
    fetch(box.dataset.diagram, { credentials: 'same-origin' })
      .then(function (answer) {
        if (!answer.ok) { throw new Error('diagram ' + answer.status); }
        return answer.text();
      })
      .then(function (xml) {
        var viewer = new window.BpmnJS({
          container: box.querySelector('[data-canvas]') || box,
          zoomScroll: { enabled: false }, /* the wheel scrolls the page */
          textRenderer: { defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily } }
        });
        return viewer.importXML(xml).then(function () {
          mark(viewer, box);
          zoom(viewer, box);
          parts(viewer);
          box.dataset.drawn = 'true';
        });
      })
      .catch(function () {
        box.hidden = true;
        var note = document.getElementById(box.dataset.sorry);
        if (note) { note.hidden = false; }
      });
  }

  document.querySelectorAll('[data-diagram]').forEach(function (box) {
    var fold = box.closest('details');
    if (!fold || fold.open) { draw(box); return; }
    fold.addEventListener('toggle', function once() {
      fold.removeEventListener('toggle', once);
      draw(box);
    });
  });
})();
