// What Microsoft's Open XML SDK, compiled for Node, says of Office files: JSON, the file's name -> its faults.
// usage: node open_xml_sdk.mjs FOLDER-WITH-NODE-MODULES OFFICE-VERSION FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [home, version, ...files] = process.argv.slice(2);
const at = createRequire(`${home}/`).resolve("@ooxml-tools/validate");
const { default: validate } = await import(pathToFileURL(at).href);
const faults = {};
for (const file of files) {
  const found = await validate(new Uint8Array(readFileSync(file)), file.split(".").pop(), version);
  faults[file] = found.map(({ id, description, path }) => `${path.partUri}${path.xpath}: ${id}: ${description}`);
}
console.log(JSON.stringify(faults));
process.exit(0); // the SDK's runtime would wait for more
