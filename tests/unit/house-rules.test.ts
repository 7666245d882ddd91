/**
 * Rules of the architecture that no linter knows: what each room of the PHP may do and whom it may know.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../support/worlds/paths';
import { namesIn } from './php-names';

const HOME = join( ROOT, 'src-php-bridge' );
const files = filesBelow( HOME ).filter( ( name ) => name.endsWith( '.php' ) );

/** Code without comments, so that prose may name what code may not. */
function codeOf( name: string ): string {
	return readFileSync( join( HOME, name ), 'utf8' )
		.replace( /\/\*[\s\S]*?\*\//g, '' )
		.replace( /(^|\s)\/\/.*$/gm, '' );
}

function filesWith( pattern: RegExp ): string[] {
	return files.filter( ( name ) => pattern.test( codeOf( name ) ) );
}

test.each( [
	[
		'HTTP',
		/\bwp_(safe_)?remote_(get|post|request|head)\b/,
		/^KeyCrm\/Client\/HttpClient\.php$|^KeyCrm\/Webhook\/WebhookTrial\.php$|^Sync\/Run\/Loopback\.php$/,
	],
	[ 'e-mails', /\bwp_mail\(/, /^Notify\/Mailer\.php$/ ],
	[ "lines in WooCommerce's log", /\bwc_get_logger\(/, /^Log\.php$/ ],
	[
		'own actions and filters called by name, past the one documented place (Hooks.php)',
		/\b(do_action|apply_filters)\(\s*['"]keycrm_stock/,
		/^$/,
	],
	[
		"Action Scheduler's functions",
		/\bas_[a-z_]+\(/,
		/^Sync\/Run\/Scheduler\.php$/,
	],
	[
		'WP-CLI',
		/\bWP_CLI\b/,
		/^Cli\/|^Wiring\/CliCommands\.php$|^Wiring\/CliCommands\.php$|^Plugin\.php$/,
	],
	[
		'stock written through WooCommerce',
		/\b(wc_update_product_stock|set_manage_stock)\b/,
		/^Shop\//,
	],
	[
		'SQL',
		/\$wpdb|\$this->wpdb\b/,
		/^Database\/|^(Network|Plugin|Services)\.php$/,
	],
	[
		"WooCommerce's product classes",
		/\bWC_Product\b|\bwc_get_product/,
		/^Shop\//,
	],
	[
		'clocks',
		/\bmicrotime\(|[^a-z_>]time\(\)/,
		/^(Clock|Plugin|Services)\.php$|^(Rest|Admin|Cli|KeyCrm|Sync|Shop|Database)\//,
	],
] )( '%s: only where it belongs', ( _what, pattern, home ) => {
	expect(
		filesWith( pattern ).filter( ( name ) => ! home.test( name ) )
	).toEqual( [] );
} );

const ENGINE = [
	'Value',
	'Database',
	'KeyCrm',
	'Settings',
	'Shop',
	'Store',
	'Sync',
];
/** What edges share. */
const SHARED = [ 'Status', 'Text', 'Export', 'Health' ];

/** Which rooms a room may use; arrows go down only, and edges do not know each other. */
const ARROWS: Record< string, string[] > = {
	Value: [],
	Database: [ 'Value' ],
	KeyCrm: [ 'Value', 'Database' ],
	Settings: [ 'Value', 'Database' ],
	Shop: [ 'Value', 'Database' ],
	Store: [ 'Value', 'Database' ],
	Sync: [ 'Value', 'Database', 'KeyCrm', 'Settings', 'Shop', 'Store' ],
	Status: [ 'Value', 'Settings', 'Shop', 'Store', 'Sync' ],
	Text: [ 'Value', 'KeyCrm', 'Settings', 'Shop', 'Status' ],
	Export: [ 'Value', 'Settings', 'Shop', 'Store', 'Sync', 'Status', 'Text' ],
	Health: [ 'Value', 'Settings', 'Shop', 'Store', 'Sync', 'Status', 'Text' ],
	Rest: [ ...ENGINE, ...SHARED ],
	Cli: [ ...ENGINE, ...SHARED ],
	Admin: [ ...ENGINE, ...SHARED ],
	Notify: [ 'Value', 'Settings', 'Store', 'Status', 'Text' ],
};

const known = new Map< string, readonly string[] >();

/** Each file is parsed once. */
function namesOf( file: string ): readonly string[] {
	const names =
		known.get( file ) ??
		namesIn( readFileSync( join( HOME, file ), 'utf8' ), file );
	known.set( file, names );
	return names;
}

/**
 * Rooms, or parts of a room, that the files of one use and may not.
 *
 * @param path Where in a full name the room or part stands.
 */
function strangersOf(
	folder: string,
	path: RegExp,
	allowed: readonly string[]
): string[] {
	const own = folder.split( '/' ).at( -1 ) ?? '';
	return files
		.filter( ( name ) => name.startsWith( `${ folder }/` ) )
		.flatMap( ( name ) =>
			namesOf( name )
				.map( ( other ) => path.exec( other )?.[ 1 ] ?? own )
				.filter(
					( other ) => other !== own && ! allowed.includes( other )
				)
				.map( ( other ) => `${ name } → ${ other }` )
		);
}

test.each( Object.entries( ARROWS ) )(
	'%s knows only %j',
	( room, allowed ) => {
		expect(
			strangersOf( room, /^KeyCrmStock\\(\w+)\\\w/, allowed )
		).toEqual( [] );
	}
);

/** Which other parts of Sync a part may use. Steps are given to Run, so it knows none; no other part knows Status and Product. */
const SYNC_ARROWS: Record< string, string[] > = {
	Run: [],
	Match: [],
	Availability: [ 'Match', 'Order' ],
	Order: [ 'Run' ],
	Read: [ 'Run', 'Match', 'Availability' ],
	Plan: [ 'Run', 'Match', 'Availability' ],
	Guard: [ 'Run' ],
	Write: [ 'Run', 'Availability' ],
	Undo: [ 'Run', 'Availability', 'Write' ],
	Webhook: [],
	Status: [ 'Run' ],
	Product: [ 'Run', 'Match', 'Availability', 'Order', 'Read', 'Write' ],
};

test.each( Object.entries( SYNC_ARROWS ) )(
	'Sync/%s knows of the other parts only %j',
	( part, allowed ) => {
		expect(
			strangersOf(
				`Sync/${ part }`,
				/^KeyCrmStock\\Sync\\(\w+)\\\w/,
				allowed
			)
		).toEqual( [] );
	}
);

test( 'Each room, and each part of Sync, has its arrows', () => {
	const rooms = ( home: string ) => [
		...new Set(
			files
				.filter( ( name ) => name.startsWith( home ) )
				.map( ( name ) => name.slice( home.length ).split( '/' ) )
				.filter( ( path ) => path.length > 1 )
				.map( ( [ room = '' ] ) => room )
		),
	];
	// Wiring builds all of them.
	expect(
		rooms( '' )
			.filter( ( room ) => room !== 'Wiring' )
			.sort()
	).toEqual( Object.keys( ARROWS ).sort() );
	expect( rooms( 'Sync/' ).sort() ).toEqual(
		Object.keys( SYNC_ARROWS ).sort()
	);
} );

test( 'A method says what it gives: none is called of(), and nothing is called $of', () => {
	expect( filesWith( /\bfunction of\(|\$of\b/ ) ).toEqual( [] );
} );

test( 'Every file begins alike: namespace, guard against direct calls, imports in order', () => {
	const others = files.filter( ( name ) => {
		const text = readFileSync( join( HOME, name ), 'utf8' );
		const imports = [ ...text.matchAll( /^use (.+);$/gm ) ].map(
			( match ) => match[ 1 ] ?? ''
		);
		const rank = ( path: string ): string =>
			path
				.toLowerCase()
				.replaceAll( '\\', ' ' )
				.replace( /^function /, '~function ' )
				.replace( /^const /, '~~const ' );
		const sorted = [ ...imports ].sort( ( one, other ) =>
			rank( one ) < rank( other ) ? -1 : 1
		);
		const begins =
			/^<\?php\n\/\*\*\n(?: \*[^\n]*\n)+\ndeclare\( strict_types=1 \);\n\nnamespace [\w\\]+;\n\ndefined\( 'ABSPATH' \) \|\| exit;\n/;
		return ! begins.test( text ) || sorted.join() !== imports.join();
	} );
	expect( others ).toEqual( [] );
} );

test.each( files )( '%s is small', ( name ) => {
	const text = readFileSync( join( HOME, name ), 'utf8' );
	expect( text.split( '\n' ).length ).toBeLessThanOrEqual( 300 );
	const long = [
		...text.matchAll(
			/^\t[a-z ]*function (\w+)(?:(?!\{\}\n)[\s\S])*?\n\t\}$/gm
		),
	]
		.filter( ( [ body ] ) => body.split( '\n' ).length > 40 )
		.map( ( match ) => match[ 1 ] );
	// The composition root and the tables are lists, and read as such.
	const isList = [ 'Services.php', 'Store/Schema.php' ].includes( name );
	expect( isList ? [] : long ).toEqual( [] );
	// A plain value may have as many fields as the thing it stands for.
	const given = text.match( /^\t\tprivate readonly \S+ \$\w+,$/gm ) ?? [];
	expect( given.length ).toBeLessThanOrEqual( 7 );
} );

/** Which files of a folder import a path that fits. */
function importersOf( folder: string, pattern: RegExp ): string[] {
	return filesBelow( join( ROOT, folder ) )
		.filter( ( name ) => /\.[cm]?tsx?$/.test( name ) )
		.filter( ( name ) =>
			[
				...readFileSync( join( ROOT, folder, name ), 'utf8' ).matchAll(
					/(?:from|import\(|import)\s*'([^']+)'/g
				),
			].some( ( [ , path = '' ] ) => pattern.test( path ) )
		)
		.map( ( name ) => `${ folder }/${ name }` );
}

test( 'Programs and what all tests share know no test', () => {
	const tests = /(^|\/)(wordpress|unit|admin|e2e|bench)\//;
	expect( [
		...importersOf( 'tests/tools', tests ),
		...importersOf( 'tests/support', tests ),
	] ).toEqual( [] );
} );

test( 'What tests share knows no program', () => {
	expect( importersOf( 'tests/support', /(^|\/)tools\// ) ).toEqual( [] );
} );

test( 'The code for the browser uses nothing of Node', () => {
	expect( importersOf( 'src-admin', /^node:/ ) ).toEqual( [] );
} );

test( 'What comments say of KeyCRM is in API.md, under the section that they cite', () => {
	const page = 'tests/support/keycrm-server/API.md';
	const sections = [
		...readFileSync( join( ROOT, page ), 'utf8' ).matchAll(
			/^#{2,3} ([\d.]+?)\.? /gm
		),
	].map( ( [ , number ] ) => number );
	const cited = [ 'src-php-bridge', 'src-admin', 'tests' ].flatMap(
		( folder ) =>
			filesBelow( join( ROOT, folder ) )
				.filter( ( name ) => /\.(php|tsx?)$/.test( name ) )
				.flatMap( ( name ) => [
					...readFileSync(
						join( ROOT, folder, name ),
						'utf8'
					).matchAll( /API\.md §(\d+(?:\.\d+)?)/g ),
				] )
				.map( ( [ , number ] ) => number )
	);
	expect( cited.length ).toBeGreaterThan( 0 );
	expect( cited.filter( ( one ) => ! sections.includes( one ) ) ).toEqual(
		[]
	);
} );
