package org.lianfu.directory;

import java.util.List;
import org.lianfu.shared.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who has proved to be it, as Spring Security carries it through a request. Equal by login alone. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Presence presence;

    public SignedIn(Presence presence) {
        super(List.copyOf(presence.actor().roles().stream()
                .map(SimpleGrantedAuthority::new)
                .toList()));
        this.presence = presence;
        setAuthenticated(true);
    }

    public Presence presence() {
        return presence;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return presence.actor();
    }

    @Override
    public String getName() {
        return presence.actor().login();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn that && that.getName().equals(getName());
    }

    @Override
    public int hashCode() {
        return getName().hashCode();
    }
}
