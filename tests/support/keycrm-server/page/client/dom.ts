/** @throws Error Where the page has no such element of that kind. */
export function byId< T extends HTMLElement >(
	id: string,
	kind: new () => T
): T {
	const element = document.getElementById( id );
	if ( element instanceof kind ) {
		return element;
	}
	throw new Error( `The page has no ${ kind.name } #${ id }.` );
}

/** Makes an element. Strings become text nodes, never HTML. */
export function make< K extends keyof HTMLElementTagNameMap >(
	tag: K,
	class_name: string,
	...children: ( string | Node )[]
): HTMLElementTagNameMap[ K ] {
	const element = document.createElement( tag );
	if ( '' !== class_name ) {
		element.className = class_name;
	}
	element.append( ...children );
	return element;
}

export function button( text: string, click: () => void ): HTMLButtonElement {
	const element = make( 'button', '', text );
	element.type = 'button';
	element.addEventListener( 'click', click );
	return element;
}
