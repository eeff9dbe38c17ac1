using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Schematic.Api.ApiKeys;
using Schematic.Api.AuditLog;
using Schematic.Api.AuditLog.Recording;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Companies;
using Schematic.Api.Credits;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Environments;
using Schematic.Api.Evaluation;
using Schematic.Api.Events;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Hosting.Compression;
using Schematic.Api.Hosting.Description;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Http.Idempotency;
using Schematic.Api.Http.Unread;
using Schematic.Api.Insights;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.PostgreSql.Reach;
using Schematic.Api.Persistence.PostgreSql.Replication;
using Schematic.Api.Persistence.Sqlite;
using Schematic.Api.Plans;
using Schematic.Api.Search;
using Schematic.Api.Sessions;
using Schematic.Api.Setup;
using Schematic.Api.Users;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting;

/// <summary>
/// The server as an application of its own: run alone by <c>Program.cs</c>, or beside the console in one process.
/// </summary>
public static partial class ApiApplication
{
    private const int MaxBodyBytes = 1024 * 1024;

    /// <summary>All of the server but its frame. A new slice is its folder and a line here.</summary>
    internal static IReadOnlyList<ISlice> Slices { get; } =
    [
        new ApiKeysSlice(),
        new AuditLogSlice(),
        new CompaniesSlice(),
        new CreditsSlice(),
        new EntitiesSlice(),
        new EnvironmentsSlice(),
        new EntitlementsSlice(),
        new EvaluationSlice(),
        new EventsSlice(),
        new FeaturesSlice(),
        new FlagsSlice(),
        new InsightsSlice(),
        new MembersSlice(),
        new PlansSlice(),
        new SearchSlice(),
        new SessionsSlice(),
        new SetupSlice(),
        new UsersSlice(),
    ];

    /// <param name="args">Command-line configuration, like <c>--Api:Urls=http://localhost:5081</c>.</param>
    /// <param name="configure">
    /// What a host that embeds the server brings along: configuration, and services such as its own
    /// <see cref="TimeProvider"/>.
    /// </param>
    /// <exception cref="InvalidConfigurationException">Any setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Settings are read once. Watching their files would watch the whole folder, and with it every write to data/
        // below it.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        configure?.Invoke(builder);
        var settings = ApiSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            UnreadRequests.Use(kestrel);
        });
        builder
            .Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // Said by ErrorWriter in one line.
            .AddFilter("Microsoft.AspNetCore.Http.Timeouts", LogLevel.Error)
            .AddFilter("Npgsql", LogLevel.Warning)
            // What keeps the server from starting is thrown as well, and said by whoever started it.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        AddServices(builder.Services, settings);
        var app = builder.Build();
        UseMiddleware(app);
        Map(app);
        UnreadRequests.Answer(app);
        foreach (var mistake in SettingMistakes(app.Configuration))
            Log.SettingMistake(app.Logger, mistake);
        return app;
    }

    /// <summary>Errors for which <see cref="Build"/> would refuse to start, each naming its key.</summary>
    /// <param name="root">The folder that a relative <c>Data:Path</c> starts from.</param>
    public static IReadOnlyList<string> Errors(IConfiguration configuration, string root)
    {
        try
        {
            ApiSettings.Read(configuration, root);
            return [];
        }
        catch (InvalidConfigurationException invalid)
        {
            return invalid.Errors;
        }
    }

    /// <summary>
    /// Settings that look misspelt, each in a sentence; logged by a server, and to be logged by a host without one.
    /// </summary>
    public static IEnumerable<string> SettingMistakes(IConfiguration configuration) =>
        KnownSettings.FindMistakes(configuration);

    /// <summary>
    /// Errors in the setting that names trusted proxies, for a host that runs no server of its own.
    /// </summary>
    public static IReadOnlyList<string> ProxyErrors(IConfiguration configuration) =>
        [.. TrustedProxies.Errors(configuration)];

    /// <summary>Believes the proxies that are configured, for a host beside the server.</summary>
    public static void UseProxies(WebApplication app) => app.UseTrustedProxies();

    /// <summary>Makes a folder for this account alone, for a host that keeps files beside the server's.</summary>
    public static void CreatePrivateFolder(string path) => PrivateFiles.CreateFolder(path);

    private static void AddServices(IServiceCollection services, ApiSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Bootstrap);
        services.AddSingleton(settings.Checks);
        services.AddSingleton(settings.Events);
        services.AddSingleton(settings.RuleSaves);
        services.AddSingleton(settings.AuditLog);
        // A host may bring its own clock.
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ConsoleAddress(static () => null));
        AddDatabase(services, settings.Database);
        services.AddRequestTimeouts(limits => TimeLimits.Configure(limits, settings.Database.Patience));
        AddAuthentication(services, settings);
        foreach (var slice in Slices)
            slice.AddServices(services);
        LargeResponseCompression.AddServices(services);
        services.ConfigureHttpJsonOptions(static json => WireJson.Apply(json.SerializerOptions, tolerant: false));
        services.AddOpenApi("v1", ApiDescription.Configure);
    }

    private static void AddDatabase(IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<DiskRoom>();
        // First of the hosted services: it is started before, and stopped after, everything that reads or writes.
        services.AddHostedService<DatabaseService>();
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddSingleton<IDatabase, SqliteDatabase>();
            return;
        }

        services.AddSingleton<PostgreSqlDatabase>();
        services.AddHosted<DatabaseWatch>();
        services.AddHosted<ChangeListener>();
        services.AddHosted<ChangePoller>();
        if (options.ReplicaConnectionString is null)
        {
            services.AddSingleton<IDatabase>(static provider => provider.GetRequiredService<PostgreSqlDatabase>());
            return;
        }

        services.AddSingleton<ReplayProgress>();
        services.AddSingleton<Replica>();
        services.AddSingleton<IDatabase, ReplicatedDatabase>();
        services.AddHosted<ReplicaWatch>();
    }

    private static void AddAuthentication(IServiceCollection services, ApiSettings settings)
    {
        services.AddSingleton(new ConsoleSecret(settings.ConsoleKey));
        services.AddSingleton<KeyCache>();
        services.AddScoped<Caller>();
        services.AddSingleton(Options.Create(settings.RateLimits));
        services.AddSingleton<RateLimits>();
        services.AddSingleton<WrongKeys>();
        services.AddRateLimiter();
        services
            .AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<RateLimits>(static (limiter, limits) => limits.Configure(limiter));
    }

    private static void UseMiddleware(WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<ErrorWriter>();
        app.UseMiddleware<LargeResponseCompression>();
        app.Use(
            (context, next) =>
            {
                TextSafety.Check(context.Request.Path.Value ?? "", "The address");
                return next(context);
            }
        );
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseMiddleware<AuditedRequests>();
        app.UseMiddleware<KeyAuthentication>();
        app.UseRateLimiter();
        app.UseMiddleware<CheckLines>();
        // From here on: that a session was renewed is nothing the caller has asked for.
        app.UseMiddleware<IdempotentRequests>();
        app.UseMiddleware<AuditedWork>();
    }

    private static void Map(WebApplication app)
    {
        app.MapRoot();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json").InAccount(Access.Open);
        var operations = app.MapGroup("").LimitTime();
        foreach (var slice in Slices)
            slice.MapRoutes(operations);
    }

    /// <summary>Prepares the database before the first request and, last of all, lets accepted writes end.</summary>
    private sealed class DatabaseService(Bootstrap bootstrap, IDatabase database) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => bootstrap.RunAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => database.CloseAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Mistake}")]
        public static partial void SettingMistake(ILogger logger, string mistake);
    }
}
