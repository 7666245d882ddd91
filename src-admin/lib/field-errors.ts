/** Messages by field, named as on the server: `buffer`, `schedule.every_minutes`. */
export type FieldErrors = Readonly< Record< string, string > >;
