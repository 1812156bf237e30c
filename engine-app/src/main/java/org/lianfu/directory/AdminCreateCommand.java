package org.lianfu.directory;

import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import org.lianfu.http.Messages;
import org.lianfu.shared.Command;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * {@code ./lianfu admin create --login L}: makes the first administrator, once. The password comes from
 * {@code LIANFU_ADMIN_PASSWORD}, else it is asked for, else it is read from standard input.
 */
@Component
class AdminCreateCommand implements Command {

    private final DirectoryDesk desk;
    private final Messages messages;

    AdminCreateCommand(DirectoryDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "admin-create";
    }

    @Override
    public int run(List<String> arguments) {
        String login = option(arguments, "--login");
        if (login == null || !login.matches(Logins.FORM)) {
            System.err.println("用法 usage: ./lianfu admin create --login L"
                    + " (小写字母、数字、.-_ lower-case letters, digits, .-_; 密码 password: LIANFU_ADMIN_PASSWORD or typed)");
            return 2;
        }
        if (Logins.isPersonal(login)) {
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                System.err.println("--login: " + messages.text("fault.login.personal", locale, Map.of("value", login)));
            }
            return 2;
        }
        try {
            desk.createFirstAdministrator(login, login, password());
            System.out.println("已建立首位管理员 the first administrator is " + login);
            return 0;
        } catch (Refused refused) {
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                System.err.println(messages.text("refusal." + refused.refusal().code(), locale, refused.arguments()));
                refused.faults()
                        .forEach(fault -> System.err.println(
                                "  " + messages.text("fault." + fault.code(), locale, fault.arguments())));
            }
            return 1;
        }
    }

    private static String option(List<String> arguments, String name) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(name + "=")) {
                return arguments.get(i).substring(name.length() + 1);
            }
            if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return null;
    }

    private static String password() {
        String given = System.getenv("LIANFU_ADMIN_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("密码 password (>= %d): ", Passwords.LEAST);
            return typed == null ? "" : new String(typed);
        }
        Scanner input = new Scanner(System.in);
        return input.hasNextLine() ? input.nextLine() : "";
    }
}
