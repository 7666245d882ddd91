export const KEY = 'NzY0ZGVtby1rZXk+/w==';

/** Keys as an owner may paste them, and the key that the plugin saves. */
export const CLEANED: readonly ( readonly [ string, string ] )[] = [
	[ 'as it should be', KEY ],
	[ 'spaces and line breaks around it', ` \t${ KEY }\r\n\n` ],
	[ 'no-break spaces around it', `\u00A0${ KEY }\u202F` ],
	[ 'straight quotes', `"${ KEY }"` ],
	[ 'an apostrophe pair', `'${ KEY }'` ],
	[ 'typographic quotes', `“${ KEY }”` ],
	[ 'Ukrainian quotes', `«${ KEY }»` ],
	[ 'low quotes', `„${ KEY }“` ],
	[ 'backticks', `\`${ KEY }\`` ],
	[ 'Bearer', `Bearer ${ KEY }` ],
	[ 'bearer in small letters', `bearer  ${ KEY }` ],
	[ 'Bearer and quotes inside and out', `"Bearer '${ KEY }'"` ],
	[ 'the whole header', `Authorization: Bearer ${ KEY }` ],
	[
		'zero-width characters',
		`\uFEFF${ KEY.slice( 0, 5 ) }\u200B${ KEY.slice( 5 ) }\u200E`,
	],
	[ 'a soft hyphen', `${ KEY.slice( 0, 9 ) }\u00AD${ KEY.slice( 9 ) }` ],
];

/** Invalid input, and parts of the sentence that explains what is wrong. */
export const EXPLAINED: readonly ( readonly [
	string,
	string,
	readonly string[],
] )[] = [
	[ 'nothing', '', [ 'empty', 'Settings → General → API key' ] ],
	[ 'only white space', ' \n ', [ 'empty' ] ],
	[ 'only the word Bearer', 'Bearer ', [ 'empty' ] ],
	[
		'a Cyrillic small letter',
		'secretа1',
		[ '“а” at position 7', 'Cyrillic', 'Latin “a”' ],
	],
	[
		'a Cyrillic capital',
		'Bearer АBC',
		[ '“А” at position 1', 'Latin “A”' ],
	],
	[ 'two look-alikes', 'аbcо', [ 'position 1', 'position 4', 'Latin “o”' ] ],
	[
		'a Cyrillic letter without a twin',
		'abж',
		[ '“ж” at position 3 (Cyrillic)' ],
	],
	[ 'a Greek letter', 'abα', [ '“α” at position 3' ] ],
	[ 'a long dash', 'ab–cd', [ '“–” at position 3' ] ],
	[ 'a space inside', 'abc def', [ 'after character 3', 'in one piece' ] ],
	[ 'a line break inside', 'abcd\nefgh', [ 'after character 4' ] ],
	[ 'a header smuggled in', 'abc\r\nX-Evil: 1', [ 'after character 3' ] ],
	[ 'a control character', 'abc\u0007d', [ 'after character 3' ] ],
	[ 'the dots that hide a key', '••••••1234', [ 'hide a key' ] ],
	[ 'the stars that hide a key', '****1234', [ 'hide a key' ] ],
];
