export async function load(url, shared, bytes) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
//^^^^^^^^^^^^ blocking-call XMLHttpRequest.XMLHttpRequest#open warning
  request.open('GET', url, true);
  request.open('GET', url);
  new window.XMLHttpRequest().open('GET', url, false);
  //                          ^^^^ blocking-call XMLHttpRequest.XMLHttpRequest#open
  Atomics.wait(shared, 0, 0);
//^^^^^^^^^^^^ blocking-call Atomics.wait warning
  await Atomics.waitAsync(shared, 0, 0).value;
  new WebAssembly.Module(bytes);
//^^^^^^^^^^^^^^^^^^^^^^ blocking-call WebAssembly.new Module
  const { wait } = Atomics;
  wait(shared, 0, 0);
//^^^^ blocking-call Atomics.wait
  return new window.FileReader();
}
