using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Testing;
using YamlDotNet.RepresentationModel;

namespace Schematic.Packaging.Tests.Container;

/// <summary>compose.yaml is what somebody starts without reading it: nothing in it may be open by default.</summary>
public sealed partial class ComposeFileTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathTo("compose.yaml"));

    private static IReadOnlyList<KeyValuePair<string, YamlMappingNode>> Services
    {
        get
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(Text));
            var services = (YamlMappingNode)yaml.Documents[0].RootNode["services"];
            return
            [
                .. services.Select(static service =>
                    KeyValuePair.Create(service.Key.ToString(), (YamlMappingNode)service.Value)
                ),
            ];
        }
    }

    [Fact]
    public void Ports_are_open_to_this_machine_only()
    {
        var ports = Services.SelectMany(static service => Items(service.Value, "ports")).ToList();

        Assert.Equal(2, ports.Count);
        Assert.All(
            ports,
            static port => Assert.StartsWith("${BIND_ADDRESS:-127.0.0.1}:", port, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_password_has_a_default_and_the_refusal_says_what_to_do()
    {
        var passwords = Variable()
            .Matches(Text)
            .Where(static variable => variable.Value.Contains("PASSWORD", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(2, passwords.Count);
        Assert.All(
            passwords,
            static password =>
                Assert.Matches(@"^\$\{POSTGRES_PASSWORD:\?Choose a database password [^}]+\.env beside", password.Value)
        );
    }

    [Fact]
    public void Every_service_has_a_root_that_cannot_be_written_to_and_gains_no_privileges() =>
        Assert.All(
            Services,
            static service =>
            {
                Assert.Equal("true", service.Value["read_only"].ToString());
                Assert.Contains("/tmp", Items(service.Value, "tmpfs"));
                Assert.Contains("no-new-privileges:true", Items(service.Value, "security_opt"));
            }
        );

    [Fact]
    public void The_program_needs_no_capabilities() =>
        Assert.Equal(["ALL"], Items(Services.Single(static service => service.Key == "schematic").Value, "cap_drop"));

    [Fact]
    public void No_service_may_take_the_whole_machine() =>
        Assert.All(
            Services,
            static service =>
            {
                Assert.Matches(@"^\d+g$", service.Value["mem_limit"].ToString());
                Assert.True(int.Parse(service.Value["pids_limit"].ToString(), CultureInfo.InvariantCulture) > 0);
            }
        );

    [Fact]
    public void An_image_that_is_not_built_here_is_one_version_of_it() =>
        Assert.All(
            Services.Where(static service => !service.Value.Children.ContainsKey("build")),
            static service => Assert.Matches(@"^\w+:\d+\.\d+$", service.Value["image"].ToString())
        );

    private static IEnumerable<string> Items(YamlMappingNode service, string name) =>
        service.Children.TryGetValue(name, out var items)
            ? ((YamlSequenceNode)items).Select(static item => item.ToString())
            : [];

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Variable();
}
