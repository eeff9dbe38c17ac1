using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Schematic.Dashboard.Hosting;

namespace Schematic.Dashboard.Tests.Hosting;

public sealed class EmbeddedApiTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schematic-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("TrustedProxies", "10.0.0.5; 10.1.0.0/16, ::1", null)]
    [InlineData("TrustedProxies", "10.0.0.5;proxy.example", "TrustedProxies: \"proxy.example\"")]
    [InlineData("TrustedProxies", "10.0.0.0/64", "TrustedProxies: \"10.0.0.0/64\"")]
    [InlineData("ForwardedHeaders_Enabled", "true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED")]
    public void Proxies_are_named_one_by_one_wherever_the_API_runs(string name, string value, string? error)
    {
        foreach (var elsewhere in (string?[])[null, "https://api.example.com"])
        {
            var settings = new ConfigurationBuilder()
                .AddInMemoryCollection([new(name, value), new("Gateway:BaseUrl", elsewhere)])
                .Build();

            var errors = EmbeddedApi.Errors(settings, new Host(_folder.FullName));

            if (error is null)
                Assert.Empty(errors);
            else
                Assert.StartsWith(error, Assert.Single(errors), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_private_folder_is_for_this_account_alone_also_if_it_was_not()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (made, found) = (Path.Combine(_folder.FullName, "made"), Path.Combine(_folder.FullName, "found"));
        Directory.CreateDirectory(found, (UnixFileMode)Convert.ToInt32("755", 8));

        EmbeddedApi.CreatePrivateFolder(made);
        EmbeddedApi.CreatePrivateFolder(found);

        Assert.Equal("700", Convert.ToString((int)File.GetUnixFileMode(made), 8));
        Assert.Equal("700", Convert.ToString((int)File.GetUnixFileMode(found), 8));
    }

    [Fact]
    public async Task A_command_line_of_settings_names_no_command() =>
        Assert.Null(await EmbeddedApi.RunCommandAsync(["--Data:Path=data"]));

    [Fact]
    public async Task A_word_that_is_no_command_is_refused_with_an_exit_code() =>
        Assert.Equal(1, await EmbeddedApi.RunCommandAsync(["bakcup"]));

    private sealed class Host(string root) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = root;

        public string EnvironmentName { get; set; } = "Production";
    }
}
