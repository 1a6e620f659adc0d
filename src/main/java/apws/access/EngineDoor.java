package apws.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Stands before the engine's REST API, at each of its two doors, and before the web applications' own: lets through what
 * {@link EngineCalls} opens to whoever asks, and answers everything else itself, so that the engine never hears of it. Somebody's task that
 * is not theirs is answered like one that is not there.
 */
class EngineDoor extends OncePerRequestFilter {

    private static final Pattern DOORS = Pattern.compile("(?:/engine-rest|/camunda/api/engine)(?<call>/.*|)");
    private static final Pattern NAMED_ENGINE = Pattern.compile("/engine/[^/]+(?<call>/.+)");
    private static final Pattern BEHIND_A_DOOR = Pattern.compile("/(?:engine-rest|camunda/api)(?:/.*|)");

    private static final String CLOSED = "This call is not open to you.";
    private static final String NOT_THEIRS = "This task is not there, or not yours.";
    private static final String TAKEN = "Somebody else has taken this task already.";
    private static final String FOR_ANOTHER = "A task is taken for oneself: nobody takes it for another.";
    private static final String ANOTHERS = "A task is given back by the person who has it.";
    private static final String NOBODY_LEFT = "Nobody else is asked to do this task, so nobody would see it: it is reallocated instead.";
    private static final String BY_VARIABLE = "Lists are not asked for by what cases hold. A task can be asked for by %s (taskVariables)."
            .formatted(String.join(", ", TaskCards.SHOWN));
    private static final String FAULT = "This went wrong here and not with you. What it was stands in the application's log.";
    private static final String WRONG_PASSWORD = "This is not your present password, or there were too many wrong ones just before it.";

    private final EngineCalls calls;
    private final TasksInSight tasks;
    private final PasswordCheck passwords;
    private final long largestBody;
    private final ObjectMapper json = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    EngineDoor(EngineCalls calls, TasksInSight tasks, PasswordCheck passwords, long largestBody) {
        this.calls = calls;
        this.tasks = tasks;
        this.passwords = passwords;
        this.largestBody = largestBody;
    }

    /** What is sent with a form is looked at with the form, which knows the field. */
    private static final Pattern FORM = Pattern.compile("/task/[^/]+/(?:complete|submit-form)|/process-definition/.+/submit-form");

    /** What is asked for, by whom. */
    private record Asked(String user, Set<String> groups, String method, String path, Map<String, List<String>> query, JsonNode body,
                         String address) {

        private boolean byAdministrator() {
            return groups.contains(Roles.ADMINISTRATOR);
        }
    }

    /** Said instead of the engine. */
    private record Answer(HttpStatus status, String type, String message) {

        private static final Answer DONE = new Answer(HttpStatus.NO_CONTENT, null, null);

        private static Answer refused(String message) {
            return new Answer(HttpStatus.FORBIDDEN, "AuthorizationException", message);
        }

        private static Answer mistaken(String message) {
            return new Answer(HttpStatus.BAD_REQUEST, "InvalidRequestException", message);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BEHIND_A_DOOR.matcher(path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null) {
            chain.doFilter(request, response);
            return;
        }
        var toRead = request;
        JsonNode body = MissingNode.getInstance();
        if (!isMultipart(request)) {
            var read = request.getInputStream().readNBytes((int) largestBody + 1);
            if (read.length > largestBody) {
                say(response, new Answer(HttpStatus.PAYLOAD_TOO_LARGE, "InvalidRequestException",
                        "More than %d bytes are not taken.".formatted(largestBody)));
                return;
            }
            toRead = new ReadRequest(request, read);
            try {
                body = read.length == 0 ? body : json.readTree(read);
            } catch (IOException notJson) {
                say(response, Answer.mistaken("What was sent is not readable as JSON."));
                return;
            }
        }
        var asked = new Asked(signedIn.getName(), signedIn.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet()), method(request), call(request), query(request), body, request.getRemoteAddr());
        var answer = !FORM.matcher(asked.path()).matches() && Unstorable.isIn(asked.body()) ? Optional.of(Answer.mistaken(Unstorable.SAID)) : answer(asked);
        if (answer.isPresent()) {
            say(response, answer.get());
        } else if (asked.byAdministrator()) {
            chain.doFilter(toRead, response);
        } else {
            withoutDetails(toRead, response, chain);
        }
    }

    private void withoutDetails(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var told = new WithoutDetails(response);
        chain.doFilter(request, told);
        if (told.isUnsaid()) {
            say(response, new Answer(HttpStatus.valueOf(told.getStatus()), "ProcessEngineException", FAULT));
        }
    }

    /** Empty where the engine is to be asked. */
    private Optional<Answer> answer(Asked asked) {
        if (asked.byAdministrator()) {
            return Optional.empty();
        }
        var open = calls.openTo(asked.groups(), asked.method(), asked.path()).toList();
        var answer = Optional.of(Answer.refused(CLOSED));
        for (var call : open) {
            answer = answer(asked, call);
            if (answer.isEmpty() || answer.get() == Answer.DONE) {
                break;
            }
        }
        return answer;
    }

    private Optional<Answer> answer(Asked asked, EngineCall call) {
        if (call.me(asked.path()).filter(id -> !id.equals(asked.user())).isPresent()) {
            return Optional.of(Answer.refused(CLOSED));
        }
        var task = call.task(asked.path());
        if (task.isPresent() && tasks.find(task.get()).isEmpty()) {
            return tasks.wasTheirs(task.get(), asked.user(), asked.groups()) ? Optional.empty() : Optional.of(Answer.refused(NOT_THEIRS));
        }
        return call.only() == null ? Optional.empty() : switch (call.only()) {
            case NOT_BY_VARIABLE -> VariableQuestions.isOne(asked.query(), asked.body())
                    ? Optional.of(Answer.refused(BY_VARIABLE)) : Optional.empty();
            case FOR_ONESELF -> forOneself(asked, task.orElseThrow());
            case ONES_OWN -> onesOwn(asked, task.orElseThrow());
            case WITH_ONES_PASSWORD -> passwords.isRight(asked.user(), asked.body().path("authenticatedUserPassword").asText(), asked.address())
                    ? Optional.empty() : Optional.of(Answer.mistaken(WRONG_PASSWORD));
        };
    }

    private Optional<Answer> forOneself(Asked asked, String task) {
        if (!asked.user().equals(asked.body().path("userId").asText())) {
            return Optional.of(Answer.refused(FOR_ANOTHER));
        }
        return tasks.find(task).map(found -> found.getAssignee()).filter(holder -> !holder.equals(asked.user()))
                .map(another -> Answer.refused(TAKEN));
    }

    /** Done here: the engine would want the permission to give the task to anybody. */
    private Optional<Answer> onesOwn(Asked asked, String task) {
        if (tasks.find(task).filter(found -> asked.user().equals(found.getAssignee())).isEmpty()) {
            return Optional.of(Answer.refused(ANOTHERS));
        }
        if (!tasks.hasGroup(task)) {
            return Optional.of(Answer.refused(NOBODY_LEFT));
        }
        tasks.giveBack(task);
        return Optional.of(Answer.DONE);
    }


    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    /** HEAD asks for what GET does. */
    private static String method(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
    }

    /** As the server reads it, when it looks for who is to answer. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Without the door, and without the name of the one engine there is. */
    private static String call(HttpServletRequest request) {
        var path = path(request).replaceAll("(?<=.)/$", "");
        var door = DOORS.matcher(path);
        if (!door.matches()) {
            return path;
        }
        var named = NAMED_ENGINE.matcher(door.group("call"));
        return named.matches() ? named.group("call") : door.group("call");
    }

    private static Map<String, List<String>> query(HttpServletRequest request) {
        var decoded = new LinkedMultiValueMap<String, String>();
        UriComponentsBuilder.newInstance().query(request.getQueryString()).build().getQueryParams()
                .forEach((name, values) -> values.forEach(value -> decoded.add(plain(name), value == null ? "" : plain(value))));
        return decoded;
    }

    private static String plain(String parameter) {
        return UriUtils.decode(parameter.replace('+', ' '), StandardCharsets.UTF_8);
    }

    private void say(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status().value());
        if (answer == Answer.DONE) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", answer.type(), "message", answer.message()));
    }
}
