// One engine, kept warm: reads jobs as lines of JSON, renders the same data n times, answers with its own CPU seconds.
// usage: node worker.cjs ENGINE     job: {"template": file, "data": file, "n": 20, "out": file}
"use strict";
const fs = require("fs");
const readline = require("readline");

const renderers = {
  docxtemplater() {
    const Docxtemplater = require("docxtemplater");
    const PizZip = require("pizzip");
    return (template, data) => {
      const document = new Docxtemplater(new PizZip(template.bytes), { paragraphLoop: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return (template, data) => handler.process(template.bytes, data);
  },
  carbone() {
    const carbone = require("carbone");
    return (template, data) =>
      new Promise((resolve, reject) =>
        carbone.render(template.file, data, {}, (error, result) => (error ? reject(error) : resolve(result))),
      );
  },
};

async function work(render, job) {
  const template = { file: job.template, bytes: fs.readFileSync(job.template) };
  const data = JSON.parse(fs.readFileSync(job.data, "utf-8"));
  const start = process.cpuUsage();
  let result;
  for (let at = 0; at < job.n; at++) result = await render(template, data);
  const used = process.cpuUsage(start);
  if (job.out) fs.writeFileSync(job.out, result);
  return { seconds: (used.user + used.system) / 1e6, peak: process.resourceUsage().maxRSS * 1024 };
}

async function main() {
  const render = renderers[process.argv[2]]();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = await work(render, JSON.parse(line));
    } catch (error) {
      answer = { error: String(error && error.stack ? error.stack : error).slice(0, 2000) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
  process.exit(0);
}

main();
