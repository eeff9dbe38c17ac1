namespace Schematic.Api.Hosting;

/// <summary>The server as an application of its own: run alone by <c>Program.cs</c>, or beside the console in one process.</summary>
public static class ApiApplication
{
    /// <param name="args">Command-line configuration, like <c>--Api:Urls=http://localhost:5081</c>.</param>
    /// <param name="configure">A last word on configuration and services, for a host that embeds the server.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        builder.WebHost.UseUrls(builder.Configuration["Api:Urls"] ?? "http://localhost:5081");
        return builder.Build();
    }
}
