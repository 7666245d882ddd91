import { namesIn } from './php-names';

const file = ( code: string ) =>
	namesIn(
		`<?php\nnamespace KeyCrmStock\\Value\\Stock;\n${ code }`,
		'file.php'
	);

test.each( [
	[
		'an import',
		'use KeyCrmStock\\Sync\\Run\\Runner;',
		'KeyCrmStock\\Sync\\Run\\Runner',
	],
	[
		'an imported function',
		'use function KeyCrmStock\\plugin;',
		'KeyCrmStock\\plugin',
	],
	[
		'a full name',
		'function x( \\KeyCrmStock\\Rest\\Y $y ) {}',
		'KeyCrmStock\\Rest\\Y',
	],
	[
		'a call of a class',
		'\\KeyCrmStock\\Text\\T::m();',
		'KeyCrmStock\\Text\\T',
	],
	[
		'a name below its own',
		'new Sub\\A();',
		'KeyCrmStock\\Value\\Stock\\Sub\\A',
	],
	[
		'a text',
		"$name = 'KeyCrmStock\\\\Export\\\\E';",
		'KeyCrmStock\\Export\\E',
	],
] )( '%s is found', ( _what, code, name ) => {
	expect( file( code ) ).toEqual( [ name ] );
} );

test( 'a name that begins with an alias is found by the alias’s full name', () => {
	expect( file( 'use KeyCrmStock\\Shop as S;\nnew S\\Stock\\Z();' ) ).toEqual(
		[ 'KeyCrmStock\\Shop', 'KeyCrmStock\\Shop\\Stock\\Z' ]
	);
} );

test( 'names in comments are ignored', () => {
	expect(
		file(
			'// KeyCrmStock\\Rest\\A\n/** @var \\KeyCrmStock\\Cli\\B $b */\n$b = 1;'
		)
	).toEqual( [] );
} );

test( 'code that is not valid PHP throws an error', () => {
	expect( () => file( 'class {' ) ).toThrow( SyntaxError );
} );
