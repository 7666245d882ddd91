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
import * as z from 'zod/mini';
import { contractFiles } from '../tools/contract/json-schema';
import { editableSettingsSchema } from '../../src-admin/contract/settings/settings';
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

	it( 'gives each schema a type that WordPress can check', () => {
		const { 'arguments.json': byRoute, ...files } = Object.fromEntries(
			contractFiles()
		);
		const routes = z.record( z.string(), z.unknown() );
		for ( const [ name, schema ] of [
			...Object.entries( files ).map(
				( [ file, text ] ) => [ file, JSON.parse( text ) ] as const
			),
			...Object.entries( routes.parse( JSON.parse( byRoute ?? '' ) ) ),
		] ) {
			expect( untyped( schema, name ) ).toEqual( [] );
		}
	} );
} );

describe( 'generate --check', () => {
	let copy = '';

	beforeAll( () => {
		mkdirSync( CACHE, { recursive: true } );
		copy = mkdtempSync( join( CACHE, 'contract-' ) );
		for ( const folder of [
			'src-admin/contract',
			'plugin/contract',
			'tests/tools/contract',
		] ) {
			cpSync( join( ROOT, folder ), join( copy, folder ), {
				recursive: true,
			} );
		}
	} );
	afterAll( () => rmSync( copy, { recursive: true } ) );

	it( 'passes on generated files', () => {
		expect( check( copy ) ).toEqual( { status: 0, said: '' } );
	} );

	it( 'if a file was edited by hand, names it and says what to do', () => {
		appendFileSync( join( copy, 'plugin/contract/run.json' ), ' ' );
		const { status, said } = check( copy );
		expect( status ).toBe( 1 );
		expect( said ).toContain( 'run.json' );
		expect( said ).toContain( 'npm run contract' );
		expect( said ).not.toContain( 'settings.json' );
	} );
} );

describe( 'the settings schema', () => {
	it.each( SETTINGS_CASES )( 'accepts $name: $zod', ( { patch, zod } ) => {
		expect( editableSettingsSchema.safeParse( patch ).success ).toBe( zod );
	} );

	it( 'has a default for each setting', () => {
		const defaults = editableSettingsSchema.parse( {} );
		expect( editableSettingsSchema.parse( defaults ) ).toEqual( defaults );
		expect( defaults.schedule ).toEqual( {
			enabled: false,
			every_minutes: 15,
			orders_every_minutes: 0,
		} );
	} );
} );

function check( root: string ): { status: number | null; said: string } {
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			'--import',
			'tsx',
			join( root, 'tests/tools/contract/generate.ts' ),
			'--check',
		],
		{ cwd: ROOT, encoding: 'utf8', env: { PATH: process.env[ 'PATH' ] } }
	);
	return { status, said: stderr };
}

const partSchema = z.object( {
	type: z.optional( z.unknown() ),
	properties: z.optional( z.record( z.string(), z.unknown() ) ),
	items: z.optional( z.unknown() ),
	anyOf: z.optional( z.unknown() ),
	allOf: z.optional( z.unknown() ),
} );

/** Paths of schemas that have no plain type, or a union. */
function untyped( schema: unknown, place: string ): string[] {
	const { type, properties, items, anyOf, allOf } =
		partSchema.parse( schema );
	const plain =
		! anyOf &&
		! allOf &&
		[ type ].flat().every( ( one ) => typeof one === 'string' );
	return [
		...( plain ? [] : [ place ] ),
		...Object.entries( properties ?? {} ).flatMap( ( [ name, property ] ) =>
			untyped( property, `${ place }.${ name }` )
		),
		...( items ? untyped( items, `${ place }[]` ) : [] ),
	];
}
