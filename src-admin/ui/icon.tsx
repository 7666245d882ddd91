/** A sign of WordPress's own icon font; the words beside it say the same. */
export const Icon = ( { name }: { name: string } ) => (
	<span className={ `dashicons dashicons-${ name }` } aria-hidden="true" />
);
