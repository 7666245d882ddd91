/**
 * Rules of the architecture that no linter checks: what the PHP of each folder may do, and which other folders it may
 * use.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../support/worlds/paths';
import { namesIn } from './php-names';

const HOME = join( ROOT, 'src-php-bridge' );
const files = filesBelow( HOME ).filter( ( name ) => name.endsWith( '.php' ) );

/** The code without its comments, because comments may name anything. */
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
		/^KeyCrm\/Client\/HttpClient\.php$|^KeyCrm\/Webhook\/WebhookTrial\.php$|^Sync\/Webhook\/Loopback\.php$/,
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
] )( '%s: only in the files that may use it', ( _what, pattern, home ) => {
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
/** Folders that Rest, Cli and Admin share. */
const SHARED = [ 'Status', 'Text', 'Export', 'Health' ];

/** The folders that each folder may use. Rest, Cli, Admin and Notify may not use one another. */
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

/** Parses each file once only. */
function namesOf( file: string ): readonly string[] {
	const names =
		known.get( file ) ??
		namesIn( readFileSync( join( HOME, file ), 'utf8' ), file );
	known.set( file, names );
	return names;
}

/**
 * The uses of folders that are not allowed, as `file → folder`.
 *
 * @param path Matches a full name; its group is the folder.
 */
function forbiddenUses(
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

test.each( Object.entries( ARROWS ) )( '%s uses only %j', ( room, allowed ) => {
	expect( forbiddenUses( room, /^KeyCrmStock\\(\w+)\\\w/, allowed ) ).toEqual(
		[]
	);
} );

const DECIDING = [ 'Run', 'Match', 'Availability' ];

/**
 * The parts of Sync that each part may use. Run uses none, because Wiring gives it the steps. No part uses Status or
 * Product.
 */
const SYNC_ARROWS: Record< string, string[] > = {
	Run: [],
	Match: [],
	Availability: [ 'Match', 'Order' ],
	Order: [ 'Run' ],
	Read: DECIDING,
	Plan: DECIDING,
	Guard: [ 'Run' ],
	Write: [ 'Run', 'Availability' ],
	Undo: [ 'Run', 'Availability', 'Write', 'Push' ],
	Webhook: [ 'Run' ],
	Create: [ 'Run' ],
	Draft: [ 'Run', 'Match', 'Availability', 'Create', 'Read' ],
	Status: [ 'Run' ],
	Product: [ ...DECIDING, 'Order', 'Read', 'Write', 'Webhook' ],
	Push: [ ...DECIDING, 'Read', 'Webhook' ],
};

test.each( Object.entries( SYNC_ARROWS ) )(
	'Sync/%s uses only these other parts: %j',
	( part, allowed ) => {
		expect(
			forbiddenUses(
				`Sync/${ part }`,
				/^KeyCrmStock\\Sync\\(\w+)\\\w/,
				allowed
			)
		).toEqual( [] );
	}
);

test( 'Each folder, and each part of Sync, is in the lists above', () => {
	const rooms = ( home: string ) => [
		...new Set(
			files
				.filter( ( name ) => name.startsWith( home ) )
				.map( ( name ) => name.slice( home.length ).split( '/' ) )
				.filter( ( path ) => path.length > 1 )
				.map( ( [ room = '' ] ) => room )
		),
	];
	// Wiring may use all folders, because it constructs their classes.
	expect(
		rooms( '' )
			.filter( ( room ) => room !== 'Wiring' )
			.sort()
	).toEqual( Object.keys( ARROWS ).sort() );
	expect( rooms( 'Sync/' ).sort() ).toEqual(
		Object.keys( SYNC_ARROWS ).sort()
	);
} );

test( 'No method is called of(), and nothing is called $of', () => {
	expect( filesWith( /\bfunction of\(|\$of\b/ ) ).toEqual( [] );
} );

test( 'Every file begins with docblock, namespace and guard against direct calls, and sorts its imports', () => {
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

test.each( files )( '%s keeps the limits of size', ( name ) => {
	const text = readFileSync( join( HOME, name ), 'utf8' );
	expect( text.split( '\n' ).length ).toBeLessThanOrEqual( 300 );
	const long = [
		...text.matchAll(
			/^\t[a-z ]*function (\w+)(?:(?!\{\}\n)[\s\S])*?\n\t\}$/gm
		),
	]
		.filter( ( [ body ] ) => body.split( '\n' ).length > 40 )
		.map( ( match ) => match[ 1 ] );
	// The services and the tables are long lists, which are easy to read.
	const isList = [ 'Services.php', 'Store/Schema.php' ].includes( name );
	expect( isList ? [] : long ).toEqual( [] );
	// Only injected (private) properties count; a value object may have more public ones.
	const given = text.match( /^\t\tprivate readonly \S+ \$\w+,$/gm ) ?? [];
	expect( given.length ).toBeLessThanOrEqual( 7 );
} );

/** The files of a folder that import a path matching the pattern. */
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

test( 'tests/tools and tests/support import no test', () => {
	const tests = /(^|\/)(wordpress|unit|admin|e2e|bench)\//;
	expect( [
		...importersOf( 'tests/tools', tests ),
		...importersOf( 'tests/support', tests ),
	] ).toEqual( [] );
} );

test( 'tests/support imports nothing of tests/tools', () => {
	expect( importersOf( 'tests/support', /(^|\/)tools\// ) ).toEqual( [] );
} );

test( 'src-admin imports nothing of Node', () => {
	expect( importersOf( 'src-admin', /^node:/ ) ).toEqual( [] );
} );

test( 'Each section of API.md that a comment cites exists', () => {
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
