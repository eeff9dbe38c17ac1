using System.Xml.Linq;
using Schematic.Testing;

namespace Schematic.Architecture.Tests;

/// <summary>What a project file says it depends on.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _xml;

    private ProjectFile(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        _xml = XDocument.Load(path);
    }

    public string Name { get; }

    public IReadOnlyList<string> Projects =>
        [
            .. Includes("ProjectReference")
                .Select(static path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))),
        ];

    public IReadOnlyList<string> Packages => Includes("PackageReference");

    public IReadOnlyList<string> Friends => Includes("InternalsVisibleTo");

    public static IReadOnlyList<ProjectFile> All(string folder) =>
        [.. Repository.Files(folder, "*.csproj").Select(static path => new ProjectFile(path))];

    public static ProjectFile Of(string name) => All("src").Single(project => project.Name == name);

    private string[] Includes(string item) =>
        [
            .. _xml.Descendants(item)
                .Select(static node => (string)node.Attribute("Include")!)
                .Order(StringComparer.Ordinal),
        ];
}
