/**
 * The PHP of tests belongs into .php files, because PHPStan and phpcs read those. Template strings hold only short
 * pieces.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow, ROOT } from '../support/worlds/paths';

const HOME = join( ROOT, 'tests' );
const MOST_LINES = 7;

/** Matches a PHP variable with the character after it. TypeScript puts `$` only before `{`. */
const PHP = /<\?php|\$[a-z_]\w*(?=\s*(=|->|::|\[|[,;)+.]|as\b))/;

/** Where each long piece of PHP begins, as `name:line`. */
function longPiecesIn( name: string, source: string ): string[] {
	const file = ts.createSourceFile(
		name,
		source,
		ts.ScriptTarget.Latest,
		true
	);
	const found: string[] = [];
	const visit = ( node: ts.Node ): void => {
		if (
			ts.isNoSubstitutionTemplateLiteral( node ) ||
			ts.isTemplateExpression( node )
		) {
			const text = ts.isTemplateExpression( node )
				? node.head.text +
				  node.templateSpans
						.map( ( span ) => span.literal.text )
						.join( '' )
				: node.text;
			const { line } = file.getLineAndCharacterOfPosition(
				node.getStart( file )
			);
			if (
				PHP.test( text ) &&
				text.trim().split( '\n' ).length > MOST_LINES
			) {
				found.push( `${ name }:${ line + 1 }` );
			}
		}
		ts.forEachChild( node, visit );
	};
	visit( file );
	return found;
}

test( `no template string of tests has more than ${ MOST_LINES } lines of PHP`, () => {
	const names = filesBelow( HOME ).filter( ( name ) =>
		/\.tsx?$/.test( name )
	);
	expect(
		names.flatMap( ( name ) =>
			longPiecesIn( name, readFileSync( join( HOME, name ), 'utf8' ) )
		)
	).toEqual( [] );
} );

test( 'a longer piece is found in template strings with and without placeholders', () => {
	const php = ( lines: number ) => '$total += 1;\n'.repeat( lines );
	expect(
		longPiecesIn(
			'made-up.ts',
			`run( \`${ php( MOST_LINES ) }\` );
			run( \`${ php( MOST_LINES + 1 ) }\` );
			run( \`\${ prepare }\n${ php( MOST_LINES + 1 ) }\` );`
		)
	).toEqual( [
		`made-up.ts:${ MOST_LINES + 2 }`,
		`made-up.ts:${ 2 * MOST_LINES + 4 }`,
	] );
} );
