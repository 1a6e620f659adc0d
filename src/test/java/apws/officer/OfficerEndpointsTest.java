package apws.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.imports.ImportQueue;
import apws.imports.Sender;
import apws.pupil.Senders;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class OfficerEndpointsTest {

    private static final MockMultipartFile FILE = new MockMultipartFile("file", "officers.csv", "text/csv", new byte[0]);

    private final ImportQueue queue = mock(ImportQueue.class);
    private final Senders senders = mock(Senders.class);
    private final OfficerEndpoints endpoints = new OfficerEndpoints(queue, senders, new SignedIn());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.APWS_OFFICE, Roles.ADMINISTRATOR})
    void those_who_send_the_other_files_send_officers(String role) {
        signIn(role);
        var office = Sender.ofEverySchool("somebody");
        when(senders.signedIn()).thenReturn(office);
        when(queue.take("officers", "officers.csv", FILE, office)).thenReturn(ResponseEntity.created(URI.create("/api/imports/7")).build());
        assertThat(endpoints.officers(FILE).getHeaders().getLocation()).hasToString("/api/imports/7");
        verify(queue).take("officers", "officers.csv", FILE, office);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.EWO, Roles.SERVICE_MANAGER, Roles.ANALYST, "school-9990001"})
    void nobody_else_does(String role) {
        signIn(role);
        assertThatThrownBy(() -> endpoints.officers(FILE)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(queue);
    }

    private static void signIn(String role) {
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated("somebody", null, AuthorityUtils.createAuthorityList(role)));
    }
}
