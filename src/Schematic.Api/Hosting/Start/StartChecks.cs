using Microsoft.AspNetCore.Connections;
using Schematic.Api.Persistence;

namespace Schematic.Api.Hosting.Start;

/// <summary>
/// Looks before a start at everything that could keep it from succeeding, so that it is said at once, in words, and
/// before anything is made.
/// </summary>
public static class StartChecks
{
    /// <summary>Whether the settings say where the console listens.</summary>
    public static bool NameConsole(IConfiguration configuration) =>
        ListenAddress.OfConsole(configuration, otherwise: "").Any(static address => address.Url.Length > 0);

    /// <summary>Starts a server that is alone in its process.</summary>
    /// <exception cref="StartRefusedException">It cannot, and an operator can mend that.</exception>
    public static Task StartApiAsync(WebApplication api) =>
        StartAsync(StartPlan.Read(api.Configuration, api.Environment.ContentRootPath, consoleUrl: null), () => api);

    /// <summary>Starts a console, which starts the server beside it unless that is elsewhere.</summary>
    /// <param name="url">Where the console listens unless its settings say otherwise.</param>
    /// <param name="build">Makes the console; called once everything is there that it needs.</param>
    /// <exception cref="StartRefusedException">It cannot, and an operator can mend that.</exception>
    public static Task<WebApplication> StartConsoleAsync(
        WebApplicationBuilder console,
        string url,
        bool isAlone,
        Func<WebApplication> build
    )
    {
        var root = console.Environment.ContentRootPath;
        return StartAsync(
            isAlone
                ? StartPlan.ReadConsoleAlone(console.Configuration, root, url)
                : StartPlan.Read(console.Configuration, root, url),
            build
        );
    }

    private static async Task<WebApplication> StartAsync(StartPlan plan, Func<WebApplication> build)
    {
        if (await FindProblemsAsync(plan, CancellationToken.None) is { Count: > 0 } problems)
            throw new StartRefusedException([.. problems.Select(static problem => problem.Sentence)]);
        var app = build();
        try
        {
            await app.StartAsync();
            return app;
        }
        catch (Exception failure)
        {
            await app.DisposeAsync();
            if (Explain(plan, failure) is { } sentence)
                throw new StartRefusedException([sentence], failure);
            throw;
        }
    }

    private static async Task<IReadOnlyList<StartProblem>> FindProblemsAsync(
        StartPlan plan,
        CancellationToken cancellationToken
    )
    {
        var problems = ListenAddress.FindProblems(plan.Addresses).ToList();
        problems.AddRange(plan.Folders.Select(static folder => folder.FindProblem()).OfType<StartProblem>());
        problems.AddRange(
            plan.Addresses.Select(address => CertificateTrouble.Find(address, plan.Root)).OfType<StartProblem>()
        );
        if (plan.FindUser() is { } user)
            problems.Add(user);
        if (
            plan.Database is { Provider: DatabaseProvider.PostgreSql } database
            && await DatabaseTrouble.FindAsync(database, cancellationToken) is { } trouble
        )
            problems.Add(trouble);
        return problems;
    }

    // What nobody could see before, or came between the look and the start.
    private static string? Explain(StartPlan plan, Exception failure) =>
        failure switch
        {
            IOException { InnerException: AddressInUseException } => $"{failure.Message} Start again to see by whom.",
            _ when plan.Database is { } database => DatabaseTrouble.Explain(database, failure),
            _ => null,
        };
}
