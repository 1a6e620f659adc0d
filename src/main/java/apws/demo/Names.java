package apws.demo;

import java.util.List;

/** Names people in the demo authority may have. They are put together by chance; nobody in particular is meant. */
record Names(String language, List<String> girls, List<String> boys, List<String> women, List<String> men, List<String> surnames) {

    private static final Names ENGLISH = new Names("English",
            words("Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Grace Evie Poppy Ella Elsie Daisy Harper Maisie Phoebe "
                    + "Sienna Alice Emily Millie Matilda Eva Ruby Erin Esme Eliza Bonnie Layla Orla Martha Nancy Thea Lottie Summer Robyn Edie "
                    + "Heidi Imogen Clara Zara Jasmine Skye Tilly Beth Keira Neve"),
            words("Oliver George Arthur Noah Leo Oscar Harry Archie Jack Henry Charlie Freddie Theodore Thomas Finley Theo Alfie Jacob Edward "
                    + "Joshua Albie Reuben Rory Toby Ethan Louie Jude Ronnie Sonny Isaac Albert Joseph Ezra Tommy Roman Dylan Elliot Rowan Stanley "
                    + "Caleb Frankie Jenson Kit Felix Ellis Jayden Logan Callum Rhys Marcus"),
            words("Sarah Laura Gemma Kelly Emma Rebecca Claire Samantha Natalie Rachel Donna Lisa Joanne Hayley Stacey Kerry Leanne Michelle Nicola "
                    + "Victoria Amy Katie Jodie Charlotte Danielle Hannah Lucy Zoe Carly Abigail Helen Tracey Jade Chloe Bethany Louise"),
            words("David Paul Andrew Mark James Lee Craig Darren Stephen Michael Daniel Matthew Christopher Robert Ryan Adam Scott Gareth Simon "
                    + "Jason Anthony Liam Carl Wayne Neil Luke Ian Kieran Nathan Dean Stuart Peter Martin Aaron Shaun Philip"),
            words("Ashdown Barley Birkett Blakeway Bramhope Brindle Cawthorne Chadbourn Clitheroe Copley Dainton Darnbrook Dunnell Eastham Ellwood "
                    + "Fairbrass Farrow Fernley Garside Gillott Goodall Greaves Hallam Hardcastle Hathersage Heppell Hollins Hoyland Ingleby Jagger "
                    + "Kettlewell Kirkby Lambton Langthorne Ledger Lockwood Lumb Marsden Mawson Milnes Nettleton Norcliffe Oakden Ormerod Oxtoby "
                    + "Pashley Pendle Pickersgill Quarmby Ramsden Rawcliffe Redfearn Rishworth Sallow Scargill Selby Shackleton Skelton Sowerby "
                    + "Stanger Sykes Tattersall Thackray Thornber Tipling Tordoff Utley Varley Wadsworth Waterhouse Wetherby Whitham Wigglesworth "
                    + "Winterburn Wolstenholme Woodhead Wragg Yardley Yewdall"));

    private static final List<Names> OTHERS = List.of(
            new Names("Polish", words("Zofia Maja Hanna Lena Alicja Oliwia Pola Nadia Amelia Iga"), words("Antoni Jakub Jan Szymon Filip Kacper Igor Oskar Tymon Olek"),
                    words("Agnieszka Magdalena Joanna Ewelina Monika Dorota"), words("Tomasz Marcin Krzysztof Grzegorz Dariusz Wojciech"),
                    words("Wierzba Sokolnik Jaworek Brzozka Kalinka Zielonka Modrzew Olszak")),
            new Names("Romanian", words("Maria Ioana Daria Elena Bianca Sorina Ilinca Mara"), words("Andrei Matei Luca Stefan Vlad Rares Tudor Victor"),
                    words("Mihaela Cristina Alina Raluca Simona"), words("Bogdan Florin Adrian Marius Ciprian"),
                    words("Arinescu Bradean Codrescu Izvoreanu Plopeanu Stejaru")),
            new Names("Urdu", words("Aisha Maryam Hafsa Zainab Inaya Safa Amina Noor"), words("Muhammad Ibrahim Yusuf Ayaan Hamza Bilal Zayd Idris"),
                    words("Saima Nadia Farzana Rukhsana Shazia Samina"), words("Imran Tariq Asif Nadeem Shahid Waqas"),
                    words("Qureshan Mirzaq Bhattar Sheikhan Chaudhran Rajput")),
            new Names("Punjabi", words("Simran Jasleen Harleen Kiran Avneet Manpreet"), words("Arjan Gurveer Jasraj Harman Karan Jeevan"),
                    words("Harpreet Baljit Kuldeep Parminder"), words("Jaswinder Gurdeep Sukhdev Manjit"),
                    words("Sandhal Gillan Dhaliwan Grewan")),
            new Names("Arabic", words("Layan Jana Salma Rima Yara Hala"), words("Omar Karim Sami Tarek Anas Rami"),
                    words("Fatima Rania Huda Samar"), words("Khaled Mahmoud Nabil Yasin"),
                    words("Haddadi Najmar Sabbaghi Tawili")),
            new Names("Ukrainian", words("Sofiia Anna Polina Daryna Solomiia Vira"), words("Maksym Artem Danylo Nazar Ostap Marko"),
                    words("Oksana Iryna Natalia Yulia"), words("Andriy Serhiy Oleh Taras"),
                    words("Verbenko Kalynchuk Yasenko Dubrovych")),
            new Names("Portuguese", words("Beatriz Leonor Matilde Ines Lara Carolina"), words("Tiago Afonso Rodrigo Duarte Martim Gabriel"),
                    words("Sandra Paula Catarina Sonia"), words("Nuno Rui Jorge Helder"),
                    words("Carvalhal Oliveiral Figueiral Pereiral")));

    private static final double OTHER_THAN_ENGLISH = 0.13;

    static Names ofFamily(Chance chance) {
        var origin = chance.of("origin");
        return origin.within(OTHER_THAN_ENGLISH) ? origin.of("which").oneOf(OTHERS) : ENGLISH;
    }

    private static List<String> words(String spaced) {
        return List.of(spaced.split(" "));
    }
}
