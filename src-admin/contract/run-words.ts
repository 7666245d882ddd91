import * as z from 'zod/mini';

/** A run in words, in the language of the person who asks. Those without a meaning for the run are empty. */
export const runWordsSchema = z.object( {
	/** "Automatic sync", "Undo of sync 12". */
	name: z.string(),
	/** How it ended or stands: "Finished". */
	result: z.string(),
	/** How many products it changed or would change: "12", "412 planned", "—". */
	changed: z.string(),
	/** Buttons: have a preview written, let a stopped run write, or leave everything as it is. */
	apply: z.string(),
	confirm: z.string(),
	discard: z.string(),
	/** Why it waits; without the time. */
	wait: z.string(),
	/** How many requests are saved while it reads. */
	saving: z.string(),
	/** Why the quantities of its plan are not those that would be written now. Of products that are to be created: whether they are as shown. */
	age: z.string(),
} );
