/**
 * Rules of the plugin that a test can switch off, to prove that each is needed. The text says what happens without it.
 */
export const WEAKNESSES = [
	[ 'marks_only', 'only the marks of order lines are read' ],
	[
		'counted_whenever',
		'a line that KeyCRM counts is never subtracted, even if KeyCRM counted it after the level',
	],
	[ 'no_recheck', 'the orders are not read again after the levels' ],
	[
		'any_level_raises',
		'a level that arrived after the orders were read may raise a number',
	],
	[
		'asked_is_answered',
		'a level counts as read when it was requested, not when it arrived',
	],
	[
		'late_level_wins',
		'the answer that arrives last wins, even if it was requested earlier',
	],
] as const;

/** The same for rules about refreshes. */
export const REFRESH_WEAKNESSES = [
	[
		'leaves_queue_when_read',
		'a product leaves the queue when it is read, not when it is written',
	],
] as const;

export type Weakness =
	| ( typeof WEAKNESSES )[ number ][ 0 ]
	| ( typeof REFRESH_WEAKNESSES )[ number ][ 0 ];
