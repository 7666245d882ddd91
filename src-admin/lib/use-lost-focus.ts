import { useEffect } from '@wordpress/element';

/** The places that take the focus where the element that had it is gone, the first one that is there. */
const FOCUS_TARGETS = [ '[data-focus="progress"]', '[data-focus="result"]' ];

/** Marks where the focus goes once what was pressed has become something else. */
export const focusTarget = ( kind: 'progress' | 'result' ) => ( {
	tabIndex: -1,
	'data-focus': kind,
} );

/**
 * A button that has done its work goes away, and the keyboard's place with it. The focus then goes to the
 * progress of the work, and from there to its result. Whoever has the focus elsewhere keeps it.
 */
export function useLostFocus( page: { current: HTMLElement | null } ): void {
	useEffect( () => {
		let last: Element | null = null;
		const rememberFocus = ( { target }: FocusEvent ) => {
			last = target instanceof Element ? target : null;
		};
		const moveFocus = () => {
			const { activeElement } = page.current?.ownerDocument ?? document;
			const isLost =
				null !== last &&
				! last.isConnected &&
				( null === activeElement || 'BODY' === activeElement.tagName );
			if ( ! isLost ) {
				return;
			}
			for ( const selector of FOCUS_TARGETS ) {
				const target =
					page.current?.querySelector< HTMLElement >( selector );
				if ( target ) {
					target.focus();
					return;
				}
			}
		};
		const observer = new MutationObserver( moveFocus );
		document.addEventListener( 'focusin', rememberFocus );
		if ( page.current ) {
			observer.observe( page.current, {
				childList: true,
				subtree: true,
			} );
			// Dialogs stand beside the page.
			observer.observe( document.body, { childList: true } );
		}
		return () => {
			observer.disconnect();
			document.removeEventListener( 'focusin', rememberFocus );
		};
	}, [ page ] );
}
