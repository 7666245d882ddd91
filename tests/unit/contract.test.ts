import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { contractFiles } from '../../src-admin/contract/json-schema';
import { editableSettingsSchema } from '../../src-admin/contract/settings';
import { SETTINGS_CASES } from '../support/settings-table';
import { CACHE, ROOT } from '../support/worlds/paths';

const COMMITTED = join( ROOT, 'plugin/contract' );

describe( 'plugin/contract', () => {
	it( 'holds exactly what the zod schemas describe', () => {
		const wanted = contractFiles();
		expect( readdirSync( COMMITTED ).sort() ).toEqual(
			[ ...wanted.keys() ].sort()
		);
		for ( const [ name, text ] of wanted ) {
			expect( [
				name,
				readFileSync( join( COMMITTED, name ), 'utf8' ),
			] ).toEqual( [ name, text ] );
		}
	} );

	it( 'gives every part a type that WordPress can check', () => {
		for ( const [ name, text ] of contractFiles() ) {
			expect( untyped( JSON.parse( text ), name ) ).toEqual( [] );
		}
	} );
} );

describe( 'generate --check', () => {
	let copy = '';

	beforeAll( () => {
		mkdirSync( CACHE, { recursive: true } );
		copy = mkdtempSync( join( CACHE, 'contract-' ) );
		for ( const folder of [ 'src-admin/contract', 'plugin/contract' ] ) {
			cpSync( join( ROOT, folder ), join( copy, folder ), {
				recursive: true,
			} );
		}
	} );
	afterAll( () => rmSync( copy, { recursive: true } ) );

	it( 'is content with the files that were generated', () => {
		expect( check( copy ) ).toEqual( { status: 0, said: '' } );
	} );

	it( 'names the file that somebody has edited, and what to do', () => {
		appendFileSync( join( copy, 'plugin/contract/run.json' ), ' ' );
		const { status, said } = check( copy );
		expect( status ).toBe( 1 );
		expect( said ).toContain( 'run.json' );
		expect( said ).toContain( 'npm run contract' );
		expect( said ).not.toContain( 'settings.json' );
	} );
} );

describe( 'the settings schema', () => {
	it.each( SETTINGS_CASES )( '$name: $zod', ( { patch, zod } ) => {
		expect( editableSettingsSchema.safeParse( patch ).success ).toBe( zod );
	} );

	it( 'has a whole default', () => {
		const defaults = editableSettingsSchema.parse( {} );
		expect( editableSettingsSchema.parse( defaults ) ).toEqual( defaults );
		expect( defaults.schedule ).toEqual( {
			enabled: false,
			every_minutes: 15,
		} );
	} );
} );

function check( root: string ): { status: number | null; said: string } {
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			'--import',
			'tsx',
			join( root, 'src-admin/contract/generate.ts' ),
			'--check',
		],
		{ cwd: ROOT, encoding: 'utf8', env: { PATH: process.env[ 'PATH' ] } }
	);
	return { status, said: stderr };
}

/** Places of schemas without a plain type, or with words that WordPress does not know. */
function untyped( schema: unknown, place: string ): string[] {
	const { type, anyOf, allOf, properties, items } = Object( schema );
	const types = [ type ].flat();
	const here =
		types.every( ( one ) => typeof one === 'string' ) && ! anyOf && ! allOf
			? []
			: [ place ];
	const below = Object.entries( properties ?? {} ).flatMap(
		( [ name, property ] ) => untyped( property, `${ place }.${ name }` )
	);
	return [
		...here,
		...below,
		...( items ? untyped( items, `${ place }[]` ) : [] ),
	];
}
