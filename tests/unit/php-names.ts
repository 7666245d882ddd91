/**
 * Finds the names that a PHP file uses. It reads the syntax tree, so comments and formatting do not matter.
 */
import { Engine } from 'php-parser';

const engine = new Engine( {
	parser: { extractDoc: false, version: '8.3' },
	ast: { withPositions: false },
} );

/** The fields of a node; empty for any other value. */
function fieldsOf( node: unknown ): Readonly< Record< string, unknown > > {
	return typeof node === 'object' && node !== null
		? Object.fromEntries( Object.entries( node ) )
		: {};
}

function* nodesBelow(
	node: unknown
): Generator< Readonly< Record< string, unknown > > > {
	const fields = fieldsOf( node );
	if ( typeof fields[ 'kind' ] === 'string' ) {
		yield fields;
	}
	for ( const child of Object.values( fields ) ) {
		yield* nodesBelow( child );
	}
}

const text = ( value: unknown ): string =>
	typeof value === 'string' ? value : '';

/**
 * The full names in a file's imports, in qualified names and in strings. Names without a backslash are left out: they
 * are imported, or belong to the file's namespace.
 *
 * @throws SyntaxError If the file is not valid PHP.
 */
export function namesIn( code: string, file: string ): string[] {
	const nodes = [ ...nodesBelow( engine.parseCode( code, file ) ) ];
	const own = text(
		nodes.find( ( { kind } ) => kind === 'namespace' )?.[ 'name' ]
	);
	const byAlias = new Map(
		nodes
			.filter( ( { kind } ) => kind === 'useitem' )
			.map( ( { name, alias } ) => [
				text( fieldsOf( alias )[ 'name' ] ) ||
					( text( name ).split( '\\' ).at( -1 ) ?? '' ),
				text( name ),
			] )
	);
	return nodes.flatMap( ( { kind, name, resolution, value } ) => {
		if ( kind === 'useitem' ) {
			return [ text( name ) ];
		}
		if ( kind === 'string' ) {
			return text( value ).match( /\w+(?:\\\w+)+/g ) ?? [];
		}
		if ( kind !== 'name' ) {
			return [];
		}
		const [ first = '', ...rest ] = text( name ).split( '\\' );
		switch ( resolution ) {
			case 'fqn':
				return [ text( name ).replace( /^\\/, '' ) ];
			case 'qn':
				return [
					[
						byAlias.get( first ) ?? `${ own }\\${ first }`,
						...rest,
					].join( '\\' ),
				];
			case 'rn':
				return [ `${ own }\\${ text( name ) }` ];
			default:
				return [];
		}
	} );
}

/** Each `new Name( 'text' )`: the name as written, and the text. */
export function textsOfNew( code: string, file: string ): [ string, string ][] {
	return [ ...nodesBelow( engine.parseCode( code, file ) ) ].flatMap(
		( node ): [ string, string ][] => {
			const [ first ]: unknown[] = Array.isArray( node[ 'arguments' ] )
				? node[ 'arguments' ]
				: [];
			const { kind, value } = fieldsOf( first );
			return node[ 'kind' ] === 'new' && kind === 'string'
				? [
						[
							text( fieldsOf( node[ 'what' ] )[ 'name' ] ),
							text( value ),
						],
				  ]
				: [];
		}
	);
}

/** The values of each enum that has values, by the enum's name. */
export function enumsIn(
	code: string,
	file: string
): ReadonlyMap< string, readonly string[] > {
	const enums = [ ...nodesBelow( engine.parseCode( code, file ) ) ].filter(
		( { kind } ) => kind === 'enum'
	);
	return new Map(
		enums.map( ( node ) => [
			text( fieldsOf( node[ 'name' ] )[ 'name' ] ) ||
				text( node[ 'name' ] ),
			[ ...nodesBelow( node ) ]
				.filter( ( { kind } ) => kind === 'enumcase' )
				.map( ( one ) =>
					text( fieldsOf( one[ 'value' ] )[ 'value' ] )
				),
		] )
	);
}
