/** The types of Pristo Public API. */

export interface paths {
  "/v1/contacts/save/{populationId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create or update a contact
     *
     * Saves a contact under the `contact.id` that your own system chose for it: 201 says that it was created, 200
     * that the given fields of a known contact were changed. Custom fields go into `contact.customFields`.
     */
    post: operations["upsertContact"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    Contact: {
      /** Values of the fields that the population defines. Each key has to be one that it defines. */
      customFields?: { [key: string]: string };
      /** Format: email */
      email?: string;
      /**
       * Client-owned contact identifier
       *
       * Format: uuid
       */
      id: string;
      /**
       * ISO 639-1 language code, such as `en` or `he`
       * @example "en"
       */
      language?: string;
      lastName?: string;
      name?: string;
      phone?: string;
    };
    ContactResponse: { contact?: components["schemas"]["Contact"] };
    ContactUpsertRequest: { contact: components["schemas"]["Contact"] };
    ErrorResponse: { error?: { code?: string; message?: string } };
  };
  responses: {
    /** Validation error */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** Too many requests */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** Internal server error */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** Invalid or missing API key */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
  };
  parameters: {
    /**
     * Population identifier (UUID)
     *
     * Format: uuid
     */
    populationId: string;
    /**
     * Optional request correlation ID
     *
     * Format: uuid
     */
    requestIdHeader: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export interface operations {
  upsertContact: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Optional request correlation ID
         *
         * Format: uuid
         */
        "X-Request-Id"?: components["parameters"]["requestIdHeader"];
      };
      path: {
        /**
         * Population identifier (UUID)
         *
         * Format: uuid
         */
        populationId: components["parameters"]["populationId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ContactUpsertRequest"];
      };
    };
    responses: {
      /** Contact updated */
      200: {
        headers: {
          /**
           * Request correlation ID
           *
           * Format: uuid
           */
          "X-Request-Id"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContactResponse"];
        };
      };
      /** Contact created */
      201: {
        headers: {
          /**
           * Request correlation ID
           *
           * Format: uuid
           */
          "X-Request-Id"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContactResponse"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["ServerError"];
    };
  };
}

export type Contact = components["schemas"]["Contact"];

export type ContactResponse = components["schemas"]["ContactResponse"];

export type ContactUpsertRequest = components["schemas"]["ContactUpsertRequest"];

export type ErrorResponse = components["schemas"]["ErrorResponse"];
