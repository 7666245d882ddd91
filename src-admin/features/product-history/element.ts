type Attributes = Record< string, string | number >;

/** An element of the page's own language, with what stands in it. */
export function html(
	name: string,
	attributes: Attributes,
	...inside: ( Node | string )[]
): HTMLElement {
	const made = document.createElement( name );
	return filled( made, attributes, inside );
}

/** The same of a drawing. */
export function svg(
	name: string,
	attributes: Attributes,
	...inside: ( Node | string )[]
): SVGElement {
	const made = document.createElementNS( 'http://www.w3.org/2000/svg', name );
	return filled( made, attributes, inside );
}

function filled< Made extends Element >(
	made: Made,
	attributes: Attributes,
	inside: ( Node | string )[]
): Made {
	for ( const [ attribute, value ] of Object.entries( attributes ) ) {
		made.setAttribute( attribute, String( value ) );
	}
	made.append( ...inside );
	return made;
}
