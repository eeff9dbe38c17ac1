using Microsoft.AspNetCore.ResponseCompression;
using Schematic.Dashboard.Components;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Setup;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Hosting;

/// <summary>The console as an application: its parts, and the order in which a request passes through them.</summary>
internal static partial class ConsoleApplication
{
    /// <summary>The address of a console whose settings name none.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Runs until it is told to stop; once started, the last lines of the log say where to go.</summary>
    public static async Task RunAsync(string[] args)
    {
        var builder = CreateBuilder(args);
        await using var app = await EmbeddedApi.StartConsoleAsync(builder, () => Build(builder));
        var api = app.Services.GetRequiredService<EmbeddedApi>();
        var (console, addresses, data) = (string.Join(", ", app.Urls), api.Addresses, api.DataLocation);
        Log.Started(app.Logger, console, addresses, data);
        await app.WaitForShutdownAsync();
    }

    public static WebApplication Build(string[] args) => Build(CreateBuilder(args));

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (!EmbeddedApi.NameConsole(builder.Configuration))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        LongLived.UseBuiltAssets(builder.WebHost);
        RefuseWrongSettings(builder);
        // What keeps the console from starting is thrown as well, and said by Program.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        AddServices(builder);
        return builder;
    }

    // All at once, the embedded API's among them: whoever configures should not have to start again for each mistake.
    private static void RefuseWrongSettings(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        List<string> errors =
        [
            .. GatewayOptions.Errors(configuration),
            .. DataOptions.Errors(configuration),
            .. NetworkOptions.Errors(configuration),
            .. KeyRing.Errors(configuration, builder.Environment),
            .. EmbeddedApi.Errors(configuration, builder.Environment),
        ];
        if (errors.Count > 0)
            throw EmbeddedApi.Invalid(errors);
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section);
        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section);

        services.AddSingleton(TimeProvider.System);
        services.AddMemoryCache();
        services.AddSingleton<EmbeddedApi>();
        services.AddHostedService(static provider => provider.GetRequiredService<EmbeddedApi>());
        services.AddConsoleSession();
        services.AddGuardedCircuits(builder.Configuration);
        services.AddHostCookies();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<EventTailHub>();
        services.AddScoped<Toaster>();
        services.AddScoped<IRuleDraftStore, BrowserDraftStore>();

        services.AddKeyRing(builder.Configuration, builder.Environment);
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(static circuits =>
            {
                // A closed tab ends its circuit. A lost one waits while its page asks every 5 s, which it does for 50.
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(55);
                // At 1.5 MB each, what a line cut for everybody holds stays below 40 MB.
                circuits.DisconnectedCircuitMaxRetained = 25;
                circuits.PersistedCircuitInMemoryMaxRetained = 0; // BlazorScript cannot resume them.
            });
        services.AddScoped<Radzen.TooltipService>(); // Of charts.
        services.AddScoped<DialogService>();
        services.AddResponseCompression(options => options.Providers.Add<BrotliCompressionProvider>());
        services.AddHealthChecks();
    }

    // Makes the folder of the keys, so to be called only once it is known that all is well.
    private static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseLocalRequests();
        EmbeddedApi.UseTrustedProxies(app);
        app.UseHostCookies();
        app.UseHsts();
        app.UseExceptionHandler(DashboardUrls.Error, createScopeForErrors: true);
        app.UseSecurityHeaders();
        app.UseLongLivedFonts();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute(DashboardUrls.NotFound, createScopeForStatusCodePages: true);
        app.UseAuthentication();
        CircuitGate.Use(app);
        app.UseAuthorization();
        app.UseTrustedForms();

        app.MapHealthChecks(DashboardUrls.Live);
        app.MapStaticAssets();
        app.MapBlazorScript();
        app.MapSession();
        app.MapRazorComponents<App>()
            // The header of SecurityHeaders already says who may frame the console: nobody.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization();
        return app;
    }

    private static partial class Log
    {
        // One entry, so that nothing comes between its lines.
        [LoggerMessage(Level = LogLevel.Information, Message = "Console: {Console}\nAPI: {Api}\nData: {Data}")]
        public static partial void Started(ILogger logger, string console, string api, string data);
    }
}
