package org.lianfu;

import java.net.BindException;
import java.sql.SQLException;
import org.lianfu.shared.CannotStart;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says on the console, in Chinese and English and without a stack trace, what keeps the house from starting and how to
 * mend it: what the house itself found, a database that is away or refuses, a port that is taken.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements FailureAnalyzer {

    /** SQLSTATE class of a connection that could not be made. */
    private static final String NO_CONNECTION = "08";

    private static final String WRONG_PASSWORD = "28000";
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int NO_RIGHT_ON_DATABASE = 1044;
    /** H2: the file belongs to another process. */
    private static final int FILE_IN_USE = 90020;

    private static final int DEEPEST = 50;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        Throwable each = failure;
        for (int i = 0; each != null && i < DEEPEST; i++, each = each.getCause()) {
            FailureAnalysis found = one(each);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static FailureAnalysis one(Throwable cause) {
        if (cause instanceof CannotStart known) {
            return new FailureAnalysis(known.what(), known.mend(), known);
        }
        if (cause instanceof PortInUseException taken) {
            return port(String.valueOf(taken.getPort()), taken);
        }
        if (cause instanceof BindException refused) {
            return port("SERVER_ADDRESS:SERVER_PORT", refused);
        }
        return cause instanceof SQLException sql ? database(sql) : null;
    }

    private static FailureAnalysis port(String port, Throwable cause) {
        return new FailureAnalysis(
                "端口 " + port + " 已被占用。 Port " + port + " is in use.",
                "停止占用它的程序，或换一个端口，例如 SERVER_PORT=8081。"
                        + " Stop the program that uses it, or choose another, for example SERVER_PORT=8081.",
                cause);
    }

    private static FailureAnalysis database(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getErrorCode() == FILE_IN_USE) {
            return new FailureAnalysis(
                    "数据文件正被另一个进程使用。 The database file is in use by another process.",
                    "先停止已在运行的链赋，或用 --lianfu.data 指定另一个目录。"
                            + " Stop the Lianfu that is running, or name another folder with --lianfu.data.",
                    cause);
        }
        if (state.equals(WRONG_PASSWORD)) {
            return new FailureAnalysis(
                    "数据库拒绝了用户名或密码。 The database refused user or password: " + cause.getMessage(),
                    "核对 LIANFU_DB_USER 与 LIANFU_DB_PASSWORD。 Check LIANFU_DB_USER and LIANFU_DB_PASSWORD.",
                    cause);
        }
        if (cause.getErrorCode() == UNKNOWN_DATABASE || cause.getErrorCode() == NO_RIGHT_ON_DATABASE) {
            return new FailureAnalysis(
                    "数据库不存在，或该用户无权使用。 The database is not there, or not open to this user: " + cause.getMessage(),
                    "用管理员建库并授权：CREATE DATABASE lianfu CHARACTER SET utf8mb4; GRANT ALL ON lianfu.* TO 该用户;"
                            + " Create it and grant it to the user of LIANFU_DB_USER.",
                    cause);
        }
        if (state.startsWith(NO_CONNECTION)) {
            return new FailureAnalysis(
                    "连接不上数据库。 The database cannot be reached.",
                    "确认数据库已启动，LIANFU_DB_URL 的主机与端口正确，网络可通。"
                            + " See that it runs, that host and port in LIANFU_DB_URL are right, and that the network lets through.",
                    cause);
        }
        return null;
    }
}
