/**
 * Tests that WordPress 6.6, the oldest supported version, has everything that the admin screen uses of
 * `@wordpress/*`.
 * WordPress's own scripts are used at run time, so a newer export would be undefined there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../support/worlds/paths';
import { wordPressFromNpm } from '../support/worlds/sources';

const SOURCES = join( ROOT, 'src-admin' );
const scripts = join( wordPressFromNpm(), 'wp-includes/js/dist' );

const { dependencies } = JSON.parse(
	readFileSync( join( ROOT, 'package.json' ), 'utf8' )
);
const packages = Object.keys( dependencies )
	.filter( ( name ) => name.startsWith( '@wordpress/' ) )
	.map( ( name ) => name.slice( '@wordpress/'.length ) );

const sources = filesBelow( SOURCES )
	.filter( ( name ) => /\.tsx?$/.test( name ) )
	.map( ( name ) => readFileSync( join( SOURCES, name ), 'utf8' ) );

function matches( text: string, pattern: RegExp ): string[] {
	return [ ...text.matchAll( pattern ) ].map( ( [ , name = '' ] ) => name );
}

/** Returns the exports of, for example, `wp.components` in WordPress 6.6, as its unminified script lists them. */
function offeredByWordPress( name: string ): string[] {
	const script = readFileSync( join( scripts, `${ name }.js` ), 'utf8' );
	const lists = matches(
		script,
		/__webpack_require__\.d\(__webpack_exports__, \{\n([\s\S]*?)\n\}\);/g
	);
	return lists.flatMap( ( list ) =>
		matches( list, /^\s*"?(\w+)"?: \(\) =>/gm )
	);
}

/** Returns the exports of the installed package. */
function offeredByPackage( name: string ): string[] {
	const index = readFileSync(
		join( ROOT, `node_modules/@wordpress/${ name }/build/index.js` ),
		'utf8'
	);
	return matches(
		index,
		/Object\.defineProperty\(exports, "(?!__esModule)(\w+)"/g
	);
}

function usedByUs( name: string ): string[] {
	const imports = new RegExp(
		`import (?!type)[^;]*?\\{([^}]*)\\} from '@wordpress/${ name }'`,
		'g'
	);
	return sources
		.flatMap( ( text ) => matches( text, imports ) )
		.flatMap( ( list ) => list.split( ',' ) )
		.map( ( one ) => one.trim() )
		.filter( ( one ) => one !== '' && ! one.startsWith( 'type ' ) )
		.map( ( one ) => one.replace( / as .*/, '' ) );
}

it.each( packages )( 'has the script of @wordpress/%s', ( name ) => {
	expect( existsSync( join( scripts, `${ name }.min.js` ) ) ).toBe( true );
} );

it.each( packages )(
	'has everything that the screen takes from @wordpress/%s',
	( name ) => {
		const offered = offeredByWordPress( name );
		expect( offered.length ).toBeGreaterThan( 0 );
		expect(
			usedByUs( name ).filter( ( used ) => ! offered.includes( used ) )
		).toEqual( [] );
	}
);

it( 'exports exactly the components of the installed version', () => {
	expect( offeredByPackage( 'components' ).sort() ).toEqual(
		offeredByWordPress( 'components' ).sort()
	);
} );
