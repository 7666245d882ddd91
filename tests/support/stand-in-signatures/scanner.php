<?php
/**
 * Reads the signatures of functions, classes and methods from PHP code without running it.
 */

declare(strict_types=1);

final class SignatureScanner {
	/** @var array<string, string> Parameters of each function, as text. */
	public array $functions = array();

	/** @var array<string, array{parent: string, traits: list<string>, methods: array<string, string>}> */
	public array $classes = array();

	/** @var list<PhpToken> */
	private array $tokens = array();

	private int $at = 0;

	private string $namespace = '';

	public function scan( string $code ): void {
		$this->tokens    = array_values( array_filter( PhpToken::tokenize( $code ), static fn( PhpToken $token ): bool => ! $token->isIgnorable() ) );
		$this->namespace = '';
		for ( $this->at = 0; isset( $this->tokens[ $this->at ] ); ++$this->at ) {
			$token = $this->tokens[ $this->at ];
			if ( $token->is( T_NAMESPACE ) && $this->next()->is( array( T_STRING, T_NAME_QUALIFIED ) ) ) {
				$this->namespace = $this->next()->text . '\\';
			} elseif ( $token->is( T_NAMESPACE ) && $this->next()->is( '{' ) ) {
				$this->namespace = '';
			} elseif ( $token->is( array( T_CLASS, T_INTERFACE, T_TRAIT ) ) && $this->next()->is( T_STRING ) && ! $this->tokens[ $this->at - 1 ]->is( T_DOUBLE_COLON ) ) {
				$this->scan_class();
			} elseif ( $token->is( T_FUNCTION ) && $this->next()->is( T_STRING ) ) {
				$this->functions[ $this->namespace . $this->next()->text ] = $this->parameters();
			}
		}
	}

	private function next(): PhpToken {
		return $this->tokens[ $this->at + 1 ] ?? new PhpToken( T_WHITESPACE, '' );
	}

	private function scan_class(): void {
		$class = array( 'parent' => '', 'traits' => array(), 'methods' => array() );
		$name  = $this->namespace . $this->next()->text;
		for ( ; ! $this->tokens[ $this->at ]->is( '{' ); ++$this->at ) {
			if ( $this->tokens[ $this->at ]->is( T_EXTENDS ) ) {
				$class['parent'] = $this->resolved( $this->next()->text );
			}
		}
		for ( $depth = 1, $words = array(); $depth > 0; ) {
			$token = $this->tokens[ ++$this->at ];
			if ( 1 === $depth && $token->is( T_USE ) ) {
				$class['traits'] = array( ...$class['traits'], ...$this->trait_names() );
			} elseif ( 1 === $depth && $token->is( array( T_PUBLIC, T_PROTECTED, T_PRIVATE, T_STATIC, T_ABSTRACT, T_FINAL ) ) ) {
				$words[] = $token->text;
			} elseif ( 1 === $depth && $token->is( T_FUNCTION ) ) {
				$this->at += $this->next()->is( array( '&', T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG ) ) ? 1 : 0;
				$kind      = implode( ' ', array_intersect( array( 'public', 'protected', 'private', 'static' ), array( ...$words, array() === array_intersect( $words, array( 'protected', 'private' ) ) ? 'public' : '' ) ) );
				$class['methods'][ $this->next()->text ] = $kind . ' ' . $this->parameters();
				$words                                   = array();
			} elseif ( $token->is( array( '{', T_CURLY_OPEN, T_DOLLAR_OPEN_CURLY_BRACES ) ) ) {
				++$depth;
			} elseif ( $token->is( '}' ) ) {
				--$depth;
			} elseif ( $token->is( array( ';', T_VARIABLE ) ) ) {
				$words = array();
			}
		}
		$this->classes[ $name ] = $class;
	}

	private function resolved( string $name ): string {
		return ltrim( str_starts_with( $name, '\\' ) || str_contains( $name, '\\' ) || '' === $this->namespace ? $name : $this->namespace . $name, '\\' );
	}

	/** @return list<string> */
	private function trait_names(): array {
		$names = array();
		for ( ; ! $this->next()->is( array( ';', '{' ) ); ++$this->at ) {
			if ( $this->next()->is( array( T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED ) ) ) {
				$names[] = $this->resolved( $this->next()->text );
			}
		}
		return $names;
	}

	/** The parameters after a function's name: by-reference signs, names and defaults, without types. */
	private function parameters(): string {
		while ( ! $this->tokens[ $this->at ]->is( '(' ) ) {
			++$this->at;
		}
		$all     = array();
		$one     = '';
		$started = false;
		for ( $depth = 1; $depth > 0; ) {
			$token  = $this->tokens[ ++$this->at ];
			$depth += $token->is( array( '(', '[' ) ) ? 1 : ( $token->is( array( ')', ']' ) ) ? -1 : 0 );
			if ( 0 === $depth || ( 1 === $depth && $token->is( ',' ) ) ) {
				$all[]   = $one;
				$one     = '';
				$started = false;
			} elseif ( $started || $token->is( array( T_VARIABLE, T_ELLIPSIS, T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG ) ) ) {
				$started = true;
				$one    .= $token->is( '=' ) ? ' = ' : self::plain( $token->text );
			}
		}
		return '( ' . implode( ', ', array_filter( $all ) ) . ' )';
	}

	/**
	 * Makes equal spellings the same: `\null` and `null`, kinds of quotes, names of classes with and without their
	 * namespace.
	 */
	private static function plain( string $text ): string {
		$text = str_starts_with( $text, "'" ) || str_starts_with( $text, '"' ) ? $text : (string) preg_replace( '/^.*\\\\/', '', $text );
		return str_replace( '"', "'", in_array( strtolower( $text ), array( 'null', 'true', 'false', 'array' ), true ) ? strtolower( $text ) : $text );
	}
}
