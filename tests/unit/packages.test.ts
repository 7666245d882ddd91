/**
 * Rules for the versions in package.json.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/worlds/paths';

const { '//': reasons, ...manifest } = JSON.parse(
	readFileSync( join( ROOT, 'package.json' ), 'utf8' )
);

test( 'package.json gives a reason for each override', () => {
	const given = Object.keys( reasons ).map(
		( name ) => new RegExp( `^${ name.replaceAll( '*', '.*' ) }$` )
	);
	expect(
		Object.keys( manifest.overrides ).filter(
			( name ) =>
				! given.some( ( one ) => one.test( `overrides ${ name }` ) )
		)
	).toEqual( [] );
} );

test( 'each version is exact', () => {
	expect(
		Object.values( {
			...manifest.dependencies,
			...manifest.devDependencies,
			...manifest.overrides,
		} ).filter(
			( version ) =>
				! /^(npm:.+@)?\d+\.\d+\.\d+$/.test( String( version ) )
		)
	).toEqual( [] );
} );
