import { makeHeir } from "./holders";

export default makeHeir();
