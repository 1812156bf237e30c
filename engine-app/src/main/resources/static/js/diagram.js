/* Draws the process of a case and marks what is done, where it is, what was turned down and what the system closed. The list beside it says the same. */
(function () {
  'use strict';
  /* below this size names in the picture are too small to read */
  var READABLE = 0.6;
  var SIGNS = { done: '\u2713', current: '\u25CF', failed: '!', closed: '\u00D7' };

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
    if (canvas.zoom() < READABLE) {
      var part = around(viewer.get('elementRegistry'), (box.dataset.current || '').split(' '), canvas.viewbox().outer);
      if (!part) { return; }
      show(canvas, part);
      var note = document.getElementById(box.dataset.section);
      if (note) { note.hidden = false; }
    }
  }

  /* a long process would be a ribbon: begin with the present step and as much of the way around it as can be read, or,
     where nothing is present, with the beginning of the way; what is connected to that step is not cut */
  function around(registry, ids, outer) {
    var ring = ids.map(function (id) { return id && registry.get(id); }).filter(Boolean).slice(0, 1);
    if (!ring.length) {
      /* a picture may have a pool around the process, and processes inside it */
      ring = registry.filter(function (e) { return e.type === 'bpmn:StartEvent' && e.parent && e.parent.type !== 'bpmn:SubProcess'; }).slice(0, 1);
    }
    if (!ring.length) { return null; }
    var shown = ring.slice();
    while (ring.length) {
      var next = neighbours(ring, shown);
      if (!next.length || scale(bounds(shown.concat(next)), outer) < READABLE) { break; }
      shown = shown.concat(next);
      ring = next;
    }
    return bounds(shown);
  }

  function neighbours(ring, shown) {
    var next = [];
    ring.forEach(function (e) {
      var ends = (e.incoming || []).map(function (way) { return way.source; })
        .concat((e.outgoing || []).map(function (way) { return way.target; }));
      ends.forEach(function (end) {
        if (end && shown.indexOf(end) < 0 && next.indexOf(end) < 0) { next.push(end); }
      });
    });
    return next;
  }

  /* with the names that stand below events, and a little air */
  function bounds(elements) {
    var all = elements.concat(elements.map(function (e) { return e.label; }).filter(Boolean));
    var left = Math.min.apply(null, all.map(function (e) { return e.x; })) - 12;
    var top = Math.min.apply(null, all.map(function (e) { return e.y; })) - 16;
    var right = Math.max.apply(null, all.map(function (e) { return e.x + e.width; })) + 12;
    var bottom = Math.max.apply(null, all.map(function (e) { return e.y + e.height; })) + 12;
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  function scale(box, outer) {
    return Math.min(1, outer.width / box.width, outer.height / box.height);
  }

  function show(canvas, box) {
    var outer = canvas.viewbox().outer;
    var size = scale(box, outer);
    var width = outer.width / size;
    var height = outer.height / size;
    canvas.viewbox({
      x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width: width, height: height
    });
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
