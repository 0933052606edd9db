import { services } from "./holders";

/** Holds it without naming its class. */
export class Application {
  readonly memory = services.state;
}
