// Tells of a bar whether it is met. A missed one is the exit status of the whole run, which goes on all the same.

export function tell(isMet, what) {
  console.log(`${isMet ? "met   " : "missed"} ${what}`);
  if (!isMet) process.exitCode = 1;
}
