/** Rules of the plugin that a test can switch off, to prove that each is needed. */
export const WEAKNESSES = [
	[ 'marks_only', 'lines are seen by their marks alone' ],
	[
		'counted_whenever',
		'a counted line is let go of whenever it was counted',
	],
	[ 'no_recheck', 'the orders are not looked at again after the levels' ],
	[
		'any_level_raises',
		'a level that has come since the orders were looked at may raise a number',
	],
	[
		'asked_is_answered',
		'a level counts as read when it was asked for, not when it was there',
	],
	[ 'late_level_wins', 'the same, and the answer that comes last wins' ],
] as const;

/** The same for refreshes. */
export const REFRESH_WEAKNESSES = [
	[
		'leaves_queue_when_read',
		'a product leaves the queue when it is read, not when it is written',
	],
] as const;

export type Weakness =
	| ( typeof WEAKNESSES )[ number ][ 0 ]
	| ( typeof REFRESH_WEAKNESSES )[ number ][ 0 ];
