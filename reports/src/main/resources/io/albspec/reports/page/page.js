(function () {
  "use strict";
  var form = document.querySelector(".tools");
  var search = document.getElementById("search");
  var shown = document.getElementById("shown");
  var rows = Array.from(document.querySelectorAll(".req")).map(function (row) {
    return { node: row, show: row.dataset.show, text: row.textContent.toLowerCase() };
  });
  var groups = Array.from(document.querySelectorAll(".section, .chapter"));

  function filter() {
    var show = form.elements.show.value;
    var words = search.value.toLowerCase().split(/\s+/);
    var count = 0;
    rows.forEach(function (row) {
      var kind = show === "all" ? true : row.show === show;
      var hit = kind ? words.every(function (word) { return row.text.includes(word); }) : false;
      row.node.hidden = !hit;
      count += hit ? 1 : 0;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".req:not([hidden])");
    });
    shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " shown";
  }

  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    if (target.closest("[hidden]")) {
      form.elements.show.value = "all";
      search.value = "";
      filter();
    }
    for (var box = target.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
    target.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/") { if (!typing) { event.preventDefault(); search.focus(); } }
  });
  reveal();
}());
