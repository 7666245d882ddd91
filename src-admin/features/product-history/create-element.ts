type Attributes = Record< string, string | number >;

/** Creates an HTML element with attributes and children. */
export function html(
	name: string,
	attributes: Attributes,
	...inside: ( Node | string )[]
): HTMLElement {
	const made = document.createElement( name );
	return filled( made, attributes, inside );
}

/** Creates an SVG element with attributes and children. */
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
