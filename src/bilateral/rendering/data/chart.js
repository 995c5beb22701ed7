// `vegaEmbed` is put before this by the bundler.
const chart = JSON.parse(document.getElementById("data").textContent);
vegaEmbed("#chart", chart, { mode: "vega-lite", renderer: "svg", logLevel: 1, actions: { export: true, source: false, compiled: false, editor: false } });
