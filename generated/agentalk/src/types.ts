/** The types of Agentalk External API. */

export interface paths {
  "/api/contacts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create or Update Contact
     *
     * Creates a contact, or updates the one that already has the same phone number.
     */
    post: operations["upsertContact"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/contacts/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search Contacts
     *
     * Finds contacts by phone number or by name. At least one search parameter has to be given.
     */
    get: operations["searchContacts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/contacts/{contact_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete Contact
     *
     * Deletes a contact for good.
     */
    delete: operations["deleteContact"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/contacts/{contact_id}/fields": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update Contact Fields
     *
     * Changes the given fields of a contact.
     */
    patch: operations["updateContactFields"];
    trace?: never;
  };
  "/api/contacts/{contact_id}/fields/{field_key}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Clear Contact Field
     *
     * Empties one field of a contact.
     */
    delete: operations["clearContactField"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/contacts/{contact_id}/tags": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add Tags to Contact
     *
     * Adds tags to a contact and keeps those it has.
     */
    post: operations["addContactTags"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/contacts/{contact_id}/tags/{tag_id_or_name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove Tag from Contact
     *
     * Takes one tag, named by its id or its name, off a contact.
     */
    delete: operations["removeContactTag"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export type webhooks = Record<string, never>;

export interface components {
  schemas: never;
  responses: never;
  parameters: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    XOrganizationId: string;
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
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * Email address
           *
           * Format: email
           */
          email?: string;
          /** Fields to create/update */
          fields?: { [key: string]: unknown };
          /** First name */
          firstName?: string;
          /** Last name */
          lastName?: string;
          /** Phone number with country code (required) */
          phone: string;
          /** Tags to assign */
          tags?: string[];
        };
      };
    };
    responses: {
      /** Contact updated (isNew: false) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
      /** Contact created (isNew: true) */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
  searchContacts: {
    parameters: {
      query?: {
        /**
         * Number of results to return (default: 50)
         * @default 50
         */
        limit?: number;
        /** Name to search (first or last) */
        name?: string;
        /**
         * Offset for pagination (default: 0)
         * @default 0
         */
        offset?: number;
        /** Phone number to search */
        phone?: string;
      };
      header?: {
        /**
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Search results */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
  deleteContact: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path: {
        /**
         * Contact ID
         *
         * Format: uuid
         */
        contact_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Contact deleted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
  updateContactFields: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path: {
        /**
         * Contact ID
         *
         * Format: uuid
         */
        contact_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Fields to update */
          fields: { [key: string]: unknown };
        };
      };
    };
    responses: {
      /** Contact updated successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
  clearContactField: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path: {
        /**
         * Contact ID
         *
         * Format: uuid
         */
        contact_id: string;
        /** Key of the field to clear, such as `email` or `city` */
        field_key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Field cleared successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
  addContactTags: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path: {
        /**
         * Contact ID
         *
         * Format: uuid
         */
        contact_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Tags to add */
          tags: string[];
        };
      };
    };
    responses: {
      /** Tags added successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
  removeContactTag: {
    parameters: {
      query?: never;
      header?: {
        /**
         * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
         *
         * Format: uuid
         */
        "X-Organization-ID"?: components["parameters"]["XOrganizationId"];
      };
      path: {
        /**
         * Contact ID
         *
         * Format: uuid
         */
        contact_id: string;
        /** Tag ID or tag name to remove */
        tag_id_or_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Tag removed successfully */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": { [key: string]: unknown };
        };
      };
    };
  };
}
