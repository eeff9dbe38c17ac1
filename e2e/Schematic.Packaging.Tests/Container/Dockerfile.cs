namespace Schematic.Packaging.Tests.Container;

/// <summary>A stage of a Dockerfile.</summary>
/// <param name="Image">What it starts from, with its tag.</param>
/// <param name="Name">What <c>COPY --from</c> calls it; empty for one without a name.</param>
/// <param name="Instructions">All but FROM.</param>
internal sealed record Stage(string Image, string Name, IReadOnlyList<Instruction> Instructions)
{
    public IEnumerable<Instruction> All(string keyword) =>
        Instructions.Where(instruction => instruction.Keyword == keyword);

    /// <summary>The one that counts: a later instruction of this kind replaces an earlier one.</summary>
    public Instruction Last(string keyword) =>
        All(keyword).LastOrDefault()
        ?? throw new InvalidOperationException($"The stage from {Image} has no {keyword}.");
}

/// <summary>The stages of a Dockerfile, the last of which becomes the image.</summary>
internal sealed class Dockerfile
{
    private Dockerfile(IReadOnlyList<Stage> stages) => Stages = stages;

    public IReadOnlyList<Stage> Stages { get; }

    public Stage Final => Stages[^1];

    public static Dockerfile Parse(string text)
    {
        var stages = new List<Stage>();
        var instructions = new List<Instruction>();
        foreach (var instruction in Instructions(text))
        {
            if (instruction.Keyword != "FROM")
            {
                instructions.Add(instruction);
                continue;
            }

            // FROM image [AS name]
            var words = instruction.Words;
            instructions = [];
            stages.Add(new Stage(words[0], words.Count == 3 ? words[2] : "", instructions));
        }

        return new Dockerfile(stages);
    }

    private static IEnumerable<Instruction> Instructions(string text)
    {
        var joined = "";
        foreach (var line in text.Split('\n').Select(static line => line.TrimEnd()))
        {
            // A comment may stand between continued lines.
            if (line.Length == 0 || line.TrimStart().StartsWith('#'))
                continue;
            joined += line.TrimEnd('\\');
            if (line.EndsWith('\\'))
                continue;
            yield return Instruction.Parse(joined);
            joined = "";
        }
    }
}
