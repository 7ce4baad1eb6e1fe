/** The types of Aelyst API. */

export interface paths {
  "/contact/create_or_update/{identifier}": {
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
     * Saves a contact. The identifier in the path chooses the contact to update, the first that matches. When it is no
     * contact id, and the phone number and email in the body belong to no person, a contact is created. A new contact
     * takes time to process: a call that concerns it should wait.
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
    ContactUpsert: {
      /** ISO 3166-1 alpha-2 code */
      countryCode?: string | null;
      custom_fields?: components["schemas"]["CustomField"][] | null;
      email?: string | null;
      firstName: string;
      /** ISO 639-1 code */
      language?: string | null;
      lastName?: string | null;
      phone?: string | null;
      profilePic?: string | null;
    };
    CustomField: {
      name: string;
      /**
       * Written as the kind of the field asks: text as a string; an email as `user@domain.com`; a URL with or
       * without its scheme and `www`; a list option as a string that is one of the list; a number as a number; a
       * date as yyyy-mm-dd; a time as HH:MM in 24 hours; a checkbox as true or false.
       */
      value?: string | null | number | boolean;
    };
    ErrorMessage: { code?: number; message?: string };
    UpsertedContact: {
      /** ID of the contact that was created or updated */
      contactId?: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export interface operations {
  upsertContact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Which contact: `id:` and its id, `email:` and its address, or `phone:` and its number.
         * @example "email:abdc@gmail.com"
         */
        identifier: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ContactUpsert"];
      };
    };
    responses: {
      /** Contact created or updated */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UpsertedContact"];
        };
      };
      /** Validation error */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorMessage"];
        };
      };
      /** Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorMessage"];
        };
      };
      /** Too many requests */
      429: {
        headers: {
          /**
           * Seconds to wait before the request is sent again
           * @example 1
           */
          "Retry-After"?: number;
          /**
           * How many requests this endpoint allows
           * @example 10
           */
          "X-RateLimit-Limit"?: number;
          /**
           * How many of them are left
           * @example 5
           */
          "X-RateLimit-Remaining"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorMessage"];
        };
      };
      /** In a queue; to be tried again */
      449: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorMessage"];
        };
      };
      /** Unexpected error */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorMessage"];
        };
      };
    };
  };
}

export type ContactUpsert = components["schemas"]["ContactUpsert"];

export type CustomField = components["schemas"]["CustomField"];

export type ErrorMessage = components["schemas"]["ErrorMessage"];

export type UpsertedContact = components["schemas"]["UpsertedContact"];
