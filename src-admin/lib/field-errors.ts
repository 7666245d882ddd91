/** Sentences by field; a field of a group is named with a dot, as in `schedule.every_minutes`. The server names them so too. */
export type FieldErrors = Readonly< Record< string, string > >;
