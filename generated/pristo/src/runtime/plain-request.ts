/**
 * Stands for a `Request` where nobody looks at it: no middleware and no fetch of the user's. Making a real one and handing
 * that to fetch costs as much as the call itself, since fetch copies it, body and all.
 */
export class PlainRequest {
  declare readonly url: string;
  declare readonly init: RequestInit & { readonly duplex: "half" };

  constructor(url: string, init: PlainRequest["init"]) {
    this.url = url;
    this.init = init;
  }
}
