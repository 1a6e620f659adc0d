package apws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class SignedInTest {

    private final SignedIn signedIn = new SignedIn();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_schools_attendance_lead_sees_that_school_alone() {
        signIn("lead", Roles.ofSchool("9991001"));

        assertThat(signedIn.userId()).isEqualTo("lead");
        assertThat(signedIn.maySeeSchool("9991001")).isTrue();
        assertThat(signedIn.maySeeSchool("9991002")).isFalse();
        assertThat(signedIn.maySeeEverySchool()).isFalse();
        assertThatThrownBy(() -> signedIn.requireSchool("9991002")).isInstanceOf(AccessDeniedException.class)
                .hasMessage("You may not see pupils of school 9991002.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apws-office", "ewo", "panel-chair", "service-manager", "service-manager-deputy", "legal-services", "managers",
            "camunda-admin"})
    void those_who_work_for_every_school_see_every_school(String group) {
        signIn("officer", group);

        assertThatCode(() -> signedIn.requireSchool("9991002")).doesNotThrowAnyException();
    }

    @Test
    void an_analyst_sees_no_school() {
        signIn("analyst", Roles.ANALYST);

        assertThat(signedIn.maySeeSchool("9991001")).isFalse();
    }

    @Test
    void any_one_of_the_roles_asked_for_is_enough() {
        signIn("officer", Roles.APWS_OFFICE);

        assertThat(signedIn.hasRole(Roles.APWS_OFFICE)).isTrue();
        assertThatCode(() -> signedIn.requireRole(Roles.ADMINISTRATOR, Roles.APWS_OFFICE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> signedIn.requireRole(Roles.ADMINISTRATOR, Roles.MANAGER)).isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("camunda-admin, managers");
    }

    @Test
    void a_job_of_the_applications_own_is_refused_nothing() {
        assertThat(signedIn.userId()).isEqualTo("system");
        assertThat(signedIn.hasRole(Roles.ADMINISTRATOR)).isFalse();
        assertThatCode(() -> signedIn.requireSchool("9991001")).doesNotThrowAnyException();
        assertThatCode(() -> signedIn.requireRole(Roles.ADMINISTRATOR)).doesNotThrowAnyException();
    }

    @Test
    void a_request_without_a_sign_in_is_refused_everything() {
        signIn(new AnonymousAuthenticationToken("key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));

        assertThat(signedIn.userId()).isNotEqualTo("system");
        assertThat(signedIn.maySeeSchool("9991001")).isFalse();
        assertThatThrownBy(() -> signedIn.requireRole("ROLE_ANONYMOUS")).isInstanceOf(AccessDeniedException.class);
    }

    private static void signIn(String id, String... groups) {
        signIn(UsernamePasswordAuthenticationToken.authenticated(id, null, AuthorityUtils.createAuthorityList(groups)));
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }
}
