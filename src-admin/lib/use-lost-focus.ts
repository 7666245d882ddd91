import { useEffect } from '@wordpress/element';

/** The first of these that exists gets the focus when the focused element is removed. */
const FOCUS_TARGETS = [ '[data-focus="progress"]', '[data-focus="result"]' ];

/** Marks an element as a target for a lost focus. */
export const focusTarget = ( kind: 'progress' | 'result' ) => ( {
	tabIndex: -1,
	'data-focus': kind,
} );

/**
 * When a focused button is removed because its work has begun, the focus moves to the progress of the work, and
 * from there to its result. A focus on any other element stays.
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
			// WordPress renders dialogs outside the page's element.
			observer.observe( document.body, { childList: true } );
		}
		return () => {
			observer.disconnect();
			document.removeEventListener( 'focusin', rememberFocus );
		};
	}, [ page ] );
}
